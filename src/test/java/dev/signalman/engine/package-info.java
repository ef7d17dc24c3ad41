@NullMarked
package dev.signalman.engine;

import org.jspecify.annotations.NullMarked;
