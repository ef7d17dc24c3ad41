/** Simulated Slack and Semaphore, which hold state and refuse what the real ones refuse; used by tests and the demo. */
@NullMarked
package dev.signalman.simulator;

import org.jspecify.annotations.NullMarked;
