/** Previews under links to Semaphore. */
@NullMarked
package dev.signalman.feature.links;

import org.jspecify.annotations.NullMarked;
