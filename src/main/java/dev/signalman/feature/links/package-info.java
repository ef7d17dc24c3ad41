/** What is shown under links to Semaphore that people paste. */
@NullMarked
package dev.signalman.feature.links;

import org.jspecify.annotations.NullMarked;
