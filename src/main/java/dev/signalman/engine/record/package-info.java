/** Writes outcomes in one transaction, and hands on the work that follows the commit. */
@NullMarked
package dev.signalman.engine.record;

import org.jspecify.annotations.NullMarked;
