/** The one path from an Invocation to an Outcome, and the ports it needs. */
@NullMarked
package dev.signalman.dispatch;

import org.jspecify.annotations.NullMarked;
