/** Processes invocations: from intake through handlers and acts to their outcome. */
@NullMarked
package dev.signalman.dispatch;

import org.jspecify.annotations.NullMarked;
