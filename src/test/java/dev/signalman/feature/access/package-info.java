/** Tests of the feature {@code access}, through its handlers. */
@NullMarked
package dev.signalman.feature.access;

import org.jspecify.annotations.NullMarked;
