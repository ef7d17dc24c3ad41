@NullMarked
package dev.signalman.engine.inbox;

import org.jspecify.annotations.NullMarked;
