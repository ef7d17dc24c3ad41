/** Binds, starts, stops and checks the engine, which accepts invocations, carries them out and shows the results. */
@NullMarked
package dev.signalman.engine;

import org.jspecify.annotations.NullMarked;
