/** How pipelines stand: {@code status}, the lists, and the cards that are kept up to date. */
@NullMarked
package dev.signalman.feature.pipelines;

import org.jspecify.annotations.NullMarked;
