/** What the simulated workspace does, seen through HTTP and through Slack's own client. */
@NullMarked
package dev.signalman.simulator.slack;

import org.jspecify.annotations.NullMarked;
