/** The parts of the demo: Semaphore's clock, the restartable bot, faults, and recorded calls. */
@NullMarked
package dev.signalman.playground.stage;

import org.jspecify.annotations.NullMarked;
