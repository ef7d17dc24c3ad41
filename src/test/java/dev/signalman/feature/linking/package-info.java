/** Tests of linked tokens. */
@NullMarked
package dev.signalman.feature.linking;

import org.jspecify.annotations.NullMarked;
