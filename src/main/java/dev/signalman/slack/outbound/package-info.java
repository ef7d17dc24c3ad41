/** What is sent to Slack and asked of it: messages, people, channels. */
@NullMarked
package dev.signalman.slack.outbound;

import org.jspecify.annotations.NullMarked;
