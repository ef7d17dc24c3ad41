/** What tests of features share. */
@NullMarked
package dev.signalman.feature;

import org.jspecify.annotations.NullMarked;
