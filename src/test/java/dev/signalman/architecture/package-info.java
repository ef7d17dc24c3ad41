/** Holds the code to docs/architecture.md. */
@NullMarked
package dev.signalman.architecture;

import org.jspecify.annotations.NullMarked;
