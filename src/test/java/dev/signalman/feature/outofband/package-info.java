@NullMarked
package dev.signalman.feature.outofband;

import org.jspecify.annotations.NullMarked;
