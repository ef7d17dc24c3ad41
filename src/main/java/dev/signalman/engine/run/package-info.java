/** Runs invocations on threads, with a fair share for each person. */
@NullMarked
package dev.signalman.engine.run;

import org.jspecify.annotations.NullMarked;
