/** Socket Mode: deliveries over a web socket that the bot opens and keeps open. */
@NullMarked
package dev.signalman.slack.socket;

import org.jspecify.annotations.NullMarked;
