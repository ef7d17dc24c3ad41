/** How an invocation comes to a worker: taken from outside, or claimed when it is due. */
@NullMarked
package dev.signalman.engine.intake;

import org.jspecify.annotations.NullMarked;
