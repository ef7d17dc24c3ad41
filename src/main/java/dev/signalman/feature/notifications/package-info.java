/** Semaphore's notification of finished pipelines: what stands, and making it. */
@NullMarked
package dev.signalman.feature.notifications;

import org.jspecify.annotations.NullMarked;
