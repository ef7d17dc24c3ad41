/** Tests of the code against docs/architecture.md. */
@NullMarked
package dev.signalman.architecture;

import org.jspecify.annotations.NullMarked;
