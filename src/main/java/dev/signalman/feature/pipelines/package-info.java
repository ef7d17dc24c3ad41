/** Shows the state of pipelines: {@code status}, the lists, and the cards that stay up to date. */
@NullMarked
package dev.signalman.feature.pipelines;

import org.jspecify.annotations.NullMarked;
