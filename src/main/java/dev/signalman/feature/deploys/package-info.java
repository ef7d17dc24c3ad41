/** What was promoted where, as Semaphore tells it. */
@NullMarked
package dev.signalman.feature.deploys;

import org.jspecify.annotations.NullMarked;
