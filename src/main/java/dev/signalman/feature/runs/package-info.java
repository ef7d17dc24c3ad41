/** Commands that start, repeat and stop workflows: {@code run}, {@code rerun}, {@code rebuild}, {@code stop}. */
@NullMarked
package dev.signalman.feature.runs;

import org.jspecify.annotations.NullMarked;
