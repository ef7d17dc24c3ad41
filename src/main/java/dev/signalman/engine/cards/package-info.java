/** Cards: what is wanted, what Slack shows, and how the one is brought to the other at the pace that Slack allows. */
@NullMarked
package dev.signalman.engine.cards;

import org.jspecify.annotations.NullMarked;
