@NullMarked
package dev.signalman.feature.lookout;

import org.jspecify.annotations.NullMarked;
