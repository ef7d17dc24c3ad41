@NullMarked
package dev.signalman.slack;

import org.jspecify.annotations.NullMarked;
