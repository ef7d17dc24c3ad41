/** Starting, repeating and stopping: {@code run}, {@code rerun}, {@code rebuild}, {@code stop}. */
@NullMarked
package dev.signalman.feature.runs;

import org.jspecify.annotations.NullMarked;
