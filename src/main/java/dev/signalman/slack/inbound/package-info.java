/** Receives requests from Slack: verifies the raw bytes, parses them with Bolt, and records invocations. */
@NullMarked
package dev.signalman.slack.inbound;

import org.jspecify.annotations.NullMarked;
