/** Stores the wanted cards, and sends them to Slack at the pace that Slack allows. */
@NullMarked
package dev.signalman.engine.cards;

import org.jspecify.annotations.NullMarked;
