/** Promotions: {@code promote}, {@code promotions}, and which ones are known to exist. */
@NullMarked
package dev.signalman.feature.promotions;

import org.jspecify.annotations.NullMarked;
