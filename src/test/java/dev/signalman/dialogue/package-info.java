/** Dialogues: what people say to the bot, and what they see. */
@NullMarked
package dev.signalman.dialogue;

import org.jspecify.annotations.NullMarked;
