/** Renders cards as Slack blocks and as plain sentences, within Slack's limits. */
@NullMarked
package dev.signalman.slack.blocks;

import org.jspecify.annotations.NullMarked;
