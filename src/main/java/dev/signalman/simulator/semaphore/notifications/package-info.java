/** The notifications that the simulated Semaphore sends when a pipeline is done: docs/semaphore.md, "Notifications". */
@NullMarked
package dev.signalman.simulator.semaphore.notifications;

import org.jspecify.annotations.NullMarked;
