/** Tests of what only the program as a whole knows. */
@NullMarked
package dev.signalman.app.checks;

import org.jspecify.annotations.NullMarked;
