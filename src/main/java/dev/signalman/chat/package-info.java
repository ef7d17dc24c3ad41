/** The port to Slack. */
@NullMarked
package dev.signalman.chat;

import org.jspecify.annotations.NullMarked;
