/** All that touches Slack: what it sends is read here, what is said is drawn and sent from here. */
@NullMarked
package dev.signalman.slack;

import org.jspecify.annotations.NullMarked;
