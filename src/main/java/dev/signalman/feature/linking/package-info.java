/** People's own Semaphore tokens: {@code link}, {@code unlink}, and the choice of token for each act. */
@NullMarked
package dev.signalman.feature.linking;

import org.jspecify.annotations.NullMarked;
