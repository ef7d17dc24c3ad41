/** Looks at the keys that are due, and writes down what came of it. */
@NullMarked
package dev.signalman.engine.reconcile;

import org.jspecify.annotations.NullMarked;
