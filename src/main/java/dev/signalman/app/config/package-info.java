/** Reads and validates the configuration from the environment and a file. */
@NullMarked
package dev.signalman.app.config;

import org.jspecify.annotations.NullMarked;
