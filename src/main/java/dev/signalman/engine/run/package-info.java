/** The threads that work on invocations, in turn for each person. */
@NullMarked
package dev.signalman.engine.run;

import org.jspecify.annotations.NullMarked;
