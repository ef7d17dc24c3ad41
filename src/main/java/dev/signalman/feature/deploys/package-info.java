/** What was promoted where, as Semaphore tells it and the bot has written it down. */
@NullMarked
package dev.signalman.feature.deploys;

import org.jspecify.annotations.NullMarked;
