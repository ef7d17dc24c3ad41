/** Checks of the bot's environment: a port that any package may contribute to. */
@NullMarked
package dev.signalman.checkup;

import org.jspecify.annotations.NullMarked;
