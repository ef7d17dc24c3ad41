@NullMarked
package dev.signalman.engine.keys;

import org.jspecify.annotations.NullMarked;
