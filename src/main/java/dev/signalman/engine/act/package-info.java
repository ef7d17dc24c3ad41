/** Acts on Semaphore, as rows, and the mutexes that they hold. */
@NullMarked
package dev.signalman.engine.act;

import org.jspecify.annotations.NullMarked;
