/** The program: its commands, the composition of its modules, start and stop. */
@NullMarked
package dev.signalman.app;

import org.jspecify.annotations.NullMarked;
