/** The tempo of the bot, and tasks that run at intervals. */
@NullMarked
package dev.signalman.engine.timing;

import org.jspecify.annotations.NullMarked;
