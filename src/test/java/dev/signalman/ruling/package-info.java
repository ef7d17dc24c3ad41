/** Tests of what is judged and how. */
@NullMarked
package dev.signalman.ruling;

import org.jspecify.annotations.NullMarked;
