/** A whole bot beside both simulators, for dialogue tests. */
@NullMarked
package dev.signalman.harness;

import org.jspecify.annotations.NullMarked;
