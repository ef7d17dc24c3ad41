/** The bot's home tab: what runs now. */
@NullMarked
package dev.signalman.feature.home;

import org.jspecify.annotations.NullMarked;
