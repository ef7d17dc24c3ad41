/** The gate's HTTP side: who asks, and how long they wait. */
@NullMarked
package dev.signalman.gate;

import org.jspecify.annotations.NullMarked;
