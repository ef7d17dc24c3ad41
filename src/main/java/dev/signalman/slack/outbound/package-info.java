/** Calls to Slack: messages, people, channels. */
@NullMarked
package dev.signalman.slack.outbound;

import org.jspecify.annotations.NullMarked;
