/** The program's entry point and command line. */
@NullMarked
package dev.signalman;

import org.jspecify.annotations.NullMarked;
