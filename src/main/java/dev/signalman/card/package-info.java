/** What the bot can say: cards and the text they are made of. Nothing here knows Slack. */
@NullMarked
package dev.signalman.card;

import org.jspecify.annotations.NullMarked;
