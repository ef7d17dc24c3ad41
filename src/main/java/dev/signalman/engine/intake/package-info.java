/** Brings invocations to workers: from outside, or by claiming those that are due. */
@NullMarked
package dev.signalman.engine.intake;

import org.jspecify.annotations.NullMarked;
