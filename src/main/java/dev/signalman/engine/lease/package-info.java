/** Detects dead processes, so that others take over their work. */
@NullMarked
package dev.signalman.engine.lease;

import org.jspecify.annotations.NullMarked;
