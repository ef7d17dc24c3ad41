@NullMarked
package dev.signalman.feature.locks;

import org.jspecify.annotations.NullMarked;
