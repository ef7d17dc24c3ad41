/** Tests of how checks are made. */
@NullMarked
package dev.signalman.checkup;

import org.jspecify.annotations.NullMarked;
