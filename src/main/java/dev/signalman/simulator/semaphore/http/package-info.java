/** The HTTP face of the simulated Semaphore: one class per resource, in the dialects and with the oddities of the real one. */
@NullMarked
package dev.signalman.simulator.semaphore.http;

import org.jspecify.annotations.NullMarked;
