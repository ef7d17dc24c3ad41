/** Tests of rules of promotion. */
@NullMarked
package dev.signalman.feature.promotions;

import org.jspecify.annotations.NullMarked;
