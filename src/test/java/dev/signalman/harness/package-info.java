/** A whole bot beside both simulators, for tests that read as dialogues. */
@NullMarked
package dev.signalman.harness;

import org.jspecify.annotations.NullMarked;
