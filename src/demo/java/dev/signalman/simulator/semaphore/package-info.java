/** The state of the simulated Semaphore organization: users, projects, and pipelines over time. */
@NullMarked
package dev.signalman.simulator.semaphore;

import org.jspecify.annotations.NullMarked;
