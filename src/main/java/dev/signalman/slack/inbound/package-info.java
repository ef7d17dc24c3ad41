/** What Slack sends: verified on the raw bytes, parsed by Bolt, and handed on as an Invocation. */
@NullMarked
package dev.signalman.slack.inbound;

import org.jspecify.annotations.NullMarked;
