/** Periodic chores, each run by one instance at a time. */
@NullMarked
package dev.signalman.schedule;

import org.jspecify.annotations.NullMarked;
