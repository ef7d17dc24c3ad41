/** The endpoint for Semaphore's notifications: their signature, and the one hint that the bot takes from them. */
@NullMarked
package dev.signalman.webhook;

import org.jspecify.annotations.NullMarked;
