/** Tests of calls to Slack, against the simulated workspace. */
@NullMarked
package dev.signalman.slack.outbound;

import org.jspecify.annotations.NullMarked;
