/** The demo: the whole bot, unchanged, beside a simulated Slack and a simulated Semaphore. */
@NullMarked
package dev.signalman.playground;

import org.jspecify.annotations.NullMarked;
