/**
 * Locks and freezes: {@code lock}, {@code unlock}, {@code locks}, their rules, and deployment targets that they hold.
 */
@NullMarked
package dev.signalman.feature.locks;

import org.jspecify.annotations.NullMarked;
