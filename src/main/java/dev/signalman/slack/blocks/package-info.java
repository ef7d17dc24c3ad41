/** Draws cards as Slack's blocks and as plain sentences, always within Slack's limits. */
@NullMarked
package dev.signalman.slack.blocks;

import org.jspecify.annotations.NullMarked;
