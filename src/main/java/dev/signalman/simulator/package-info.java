/** Stand-ins for the world outside that hold state and refuse what the real ones refuse; tests and the demo run on them. */
@NullMarked
package dev.signalman.simulator;

import org.jspecify.annotations.NullMarked;
