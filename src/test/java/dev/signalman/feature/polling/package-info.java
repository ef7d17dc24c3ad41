@NullMarked
package dev.signalman.feature.polling;

import org.jspecify.annotations.NullMarked;
