/** How bot and channel are, as all parts of the bot find out together. */
@NullMarked
package dev.signalman.feature.doctor;

import org.jspecify.annotations.NullMarked;
