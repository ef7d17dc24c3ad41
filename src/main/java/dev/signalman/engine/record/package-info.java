/** What one transaction writes down, and what is done after its commit. */
@NullMarked
package dev.signalman.engine.record;

import org.jspecify.annotations.NullMarked;
