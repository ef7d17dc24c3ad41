/** The program: its commands, how its parts are put together, how it starts and stops. */
@NullMarked
package dev.signalman.app;

import org.jspecify.annotations.NullMarked;
