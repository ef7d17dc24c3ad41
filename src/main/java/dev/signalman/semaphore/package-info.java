/** The port to Semaphore CI, and its one exception. */
@NullMarked
package dev.signalman.semaphore;

import org.jspecify.annotations.NullMarked;
