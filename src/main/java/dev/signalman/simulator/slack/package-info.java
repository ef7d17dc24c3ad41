/** A Slack workspace with state that speaks Slack's wire, refuses what Slack refuses, and lets people be played. */
@NullMarked
package dev.signalman.simulator.slack;

import org.jspecify.annotations.NullMarked;
