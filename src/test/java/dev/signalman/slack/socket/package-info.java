/** Socket Mode, tried against a simulated Slack over real sockets. */
@NullMarked
package dev.signalman.slack.socket;

import org.jspecify.annotations.NullMarked;
