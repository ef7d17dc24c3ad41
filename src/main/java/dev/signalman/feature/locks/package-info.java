/** Locks: {@code lock}, {@code unlock}, {@code locks}. */
@NullMarked
package dev.signalman.feature.locks;

import org.jspecify.annotations.NullMarked;
