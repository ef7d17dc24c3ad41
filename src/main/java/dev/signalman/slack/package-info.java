/** Everything that concerns Slack: reading its requests, rendering and sending messages. */
@NullMarked
package dev.signalman.slack;

import org.jspecify.annotations.NullMarked;
