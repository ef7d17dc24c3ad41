@NullMarked
package dev.signalman.engine.reconcile;

import org.jspecify.annotations.NullMarked;
