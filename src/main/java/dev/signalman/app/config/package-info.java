/** The configuration: read from the environment and a file, with every fault found at once. */
@NullMarked
package dev.signalman.app.config;

import org.jspecify.annotations.NullMarked;
