@NullMarked
package dev.signalman.engine.cards;

import org.jspecify.annotations.NullMarked;
