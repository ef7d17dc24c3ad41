/** The contract of the port, tested on the simulated Semaphore over HTTP. */
@NullMarked
package dev.signalman.contract;

import org.jspecify.annotations.NullMarked;
