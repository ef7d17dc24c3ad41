/** The keys that are due for a reconciler, as rows. */
@NullMarked
package dev.signalman.engine.keys;

import org.jspecify.annotations.NullMarked;
