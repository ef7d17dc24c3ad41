/** Stores the keys to reconcile and when they are due. */
@NullMarked
package dev.signalman.engine.keys;

import org.jspecify.annotations.NullMarked;
