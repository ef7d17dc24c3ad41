/** The one path from an Invocation to an Outcome. */
@NullMarked
package dev.signalman.dispatch;

import org.jspecify.annotations.NullMarked;
