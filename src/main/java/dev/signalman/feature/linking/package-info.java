/** People's own Semaphore tokens: {@code link}, {@code unlink}, and acts that are done with them. */
@NullMarked
package dev.signalman.feature.linking;

import org.jspecify.annotations.NullMarked;
