/** Tests of the feature {@code agents}, through its handlers. */
@NullMarked
package dev.signalman.feature.agenttypes;

import org.jspecify.annotations.NullMarked;
