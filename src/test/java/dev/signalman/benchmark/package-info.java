/** Measures Signalman against a bare floor and a stock bot, as ratios within one run; {@code src/bench/run} starts it. */
@NullMarked
package dev.signalman.benchmark;

import org.jspecify.annotations.NullMarked;
