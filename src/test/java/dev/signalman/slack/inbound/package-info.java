/** Tests of what Slack sends, from raw bytes to an Invocation. */
@NullMarked
package dev.signalman.slack.inbound;

import org.jspecify.annotations.NullMarked;
