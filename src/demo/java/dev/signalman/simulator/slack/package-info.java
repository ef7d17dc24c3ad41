/** A simulated Slack workspace with state, Slack's protocol and refusals, and people to play. */
@NullMarked
package dev.signalman.simulator.slack;

import org.jspecify.annotations.NullMarked;
