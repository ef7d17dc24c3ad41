/** What is asked of Slack: a port. */
@NullMarked
package dev.signalman.chat;

import org.jspecify.annotations.NullMarked;
