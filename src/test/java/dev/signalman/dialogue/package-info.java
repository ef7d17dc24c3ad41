/** What people say to the bot, and what comes of it. */
@NullMarked
package dev.signalman.dialogue;

import org.jspecify.annotations.NullMarked;
