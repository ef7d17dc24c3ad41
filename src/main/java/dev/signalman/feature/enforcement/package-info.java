/**
 * Rules that Semaphore enforces: deployment targets that admit only the bot's account, and what becomes of promotions that
 * somebody starts elsewhere.
 */
@NullMarked
package dev.signalman.feature.enforcement;

import org.jspecify.annotations.NullMarked;
