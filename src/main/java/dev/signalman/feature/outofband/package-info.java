/** Whose promotions those were that ran: written down once each, and told where one went past the bot and its rules. */
@NullMarked
package dev.signalman.feature.outofband;

import org.jspecify.annotations.NullMarked;
