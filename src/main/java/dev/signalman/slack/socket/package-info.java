/** Socket Mode: what Slack sends over a web socket that we open, and how that socket is kept. */
@NullMarked
package dev.signalman.slack.socket;

import org.jspecify.annotations.NullMarked;
