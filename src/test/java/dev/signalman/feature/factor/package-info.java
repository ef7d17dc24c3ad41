/** Tests of second factors. */
@NullMarked
package dev.signalman.feature.factor;

import org.jspecify.annotations.NullMarked;
