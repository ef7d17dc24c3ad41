/** What the demo is played with: the clock of the simulated Semaphore, the bot that can be killed, what goes wrong, what is overheard. */
@NullMarked
package dev.signalman.playground.stage;

import org.jspecify.annotations.NullMarked;
