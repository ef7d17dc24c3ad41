/** What Semaphore's notifications come in by: their signature, and the one thing that is believed of them. */
@NullMarked
package dev.signalman.webhook;

import org.jspecify.annotations.NullMarked;
