/** What was taken in, as rows, and who works on them. */
@NullMarked
package dev.signalman.engine.inbox;

import org.jspecify.annotations.NullMarked;
