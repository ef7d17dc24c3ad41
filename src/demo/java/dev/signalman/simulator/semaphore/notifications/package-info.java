/** Notifications of the simulated Semaphore about finished pipelines: docs/semaphore.md, "Notifications". */
@NullMarked
package dev.signalman.simulator.semaphore.notifications;

import org.jspecify.annotations.NullMarked;
