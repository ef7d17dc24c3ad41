@NullMarked
package dev.signalman.engine.intake;

import org.jspecify.annotations.NullMarked;
