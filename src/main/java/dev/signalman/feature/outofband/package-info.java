/** Detects promotions made past the bot, records who made each, and alerts if it broke the rules. */
@NullMarked
package dev.signalman.feature.outofband;

import org.jspecify.annotations.NullMarked;
