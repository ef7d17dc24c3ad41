/** Tests of the feature {@code help}, through its handlers. */
@NullMarked
package dev.signalman.feature.help;

import org.jspecify.annotations.NullMarked;
