/** What the bot asks of Semaphore CI: a port, and the one failure it knows. */
@NullMarked
package dev.signalman.semaphore;

import org.jspecify.annotations.NullMarked;
