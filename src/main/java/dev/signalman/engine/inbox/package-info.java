/** Stores accepted invocations and the processes that own them. */
@NullMarked
package dev.signalman.engine.inbox;

import org.jspecify.annotations.NullMarked;
