@NullMarked
package dev.signalman.feature.witness;

import org.jspecify.annotations.NullMarked;
