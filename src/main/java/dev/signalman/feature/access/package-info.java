/** Decides who may do what, and where. */
@NullMarked
package dev.signalman.feature.access;

import org.jspecify.annotations.NullMarked;
