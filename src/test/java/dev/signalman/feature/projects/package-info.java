/** Tests of the feature {@code projects}, through its handlers. */
@NullMarked
package dev.signalman.feature.projects;

import org.jspecify.annotations.NullMarked;
