@NullMarked
package dev.signalman.webhook;

import org.jspecify.annotations.NullMarked;
