/** The real program as a process of its own: killed, asked to end, wrongly started. */
@NullMarked
package dev.signalman.kill;

import org.jspecify.annotations.NullMarked;
