@NullMarked
package dev.signalman.feature.home;

import org.jspecify.annotations.NullMarked;
