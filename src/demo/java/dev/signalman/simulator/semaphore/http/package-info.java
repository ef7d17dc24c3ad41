/** The HTTP API of the simulated Semaphore: one class per resource, with the real one's formats and quirks. */
@NullMarked
package dev.signalman.simulator.semaphore.http;

import org.jspecify.annotations.NullMarked;
