/** Tests of the feature {@code deploys}, through its handlers. */
@NullMarked
package dev.signalman.feature.deploys;

import org.jspecify.annotations.NullMarked;
