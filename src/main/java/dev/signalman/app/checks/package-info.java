/** Checks of what only the program as a whole knows: its configuration and its machine. */
@NullMarked
package dev.signalman.app.checks;

import org.jspecify.annotations.NullMarked;
