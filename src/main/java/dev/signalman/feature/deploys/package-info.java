/** What was deployed where, from Semaphore and from the bot's records. */
@NullMarked
package dev.signalman.feature.deploys;

import org.jspecify.annotations.NullMarked;
