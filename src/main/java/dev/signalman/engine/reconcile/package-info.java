/** Reconciles the keys that are due, and writes the results. */
@NullMarked
package dev.signalman.engine.reconcile;

import org.jspecify.annotations.NullMarked;
