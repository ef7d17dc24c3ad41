/** The real program in its own process: killed, terminated, wrongly started. */
@NullMarked
package dev.signalman.kill;

import org.jspecify.annotations.NullMarked;
