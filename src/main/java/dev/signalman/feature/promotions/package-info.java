/** Promotions: {@code promote}, {@code promotions}, the rules, and the promotions that are known to exist. */
@NullMarked
package dev.signalman.feature.promotions;

import org.jspecify.annotations.NullMarked;
