/** Where the program begins, and its command line as a whole. */
@NullMarked
package dev.signalman;

import org.jspecify.annotations.NullMarked;
