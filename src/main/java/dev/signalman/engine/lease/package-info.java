/** Which process is alive, so that others may take over what a dead one owned. */
@NullMarked
package dev.signalman.engine.lease;

import org.jspecify.annotations.NullMarked;
