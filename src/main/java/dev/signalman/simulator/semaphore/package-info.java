/** The state of a simulated Semaphore organisation: who, which projects, and what its pipelines do as time goes by. */
@NullMarked
package dev.signalman.simulator.semaphore;

import org.jspecify.annotations.NullMarked;
