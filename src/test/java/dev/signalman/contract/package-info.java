/** What the port promises, tried on the simulated Semaphore through HTTP. */
@NullMarked
package dev.signalman.contract;

import org.jspecify.annotations.NullMarked;
