/** When and how fast: tempo, retries, ticks. */
@NullMarked
package dev.signalman.engine.timing;

import org.jspecify.annotations.NullMarked;
