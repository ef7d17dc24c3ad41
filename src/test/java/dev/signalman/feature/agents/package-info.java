/** Tests of the feature {@code agents}, through its handlers. */
@NullMarked
package dev.signalman.feature.agents;

import org.jspecify.annotations.NullMarked;
