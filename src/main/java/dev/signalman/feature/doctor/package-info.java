/** The verb {@code doctor}, which runs the checks of all packages. */
@NullMarked
package dev.signalman.feature.doctor;

import org.jspecify.annotations.NullMarked;
