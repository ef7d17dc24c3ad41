/** The verb {@code help}, generated from the verbs' definitions. */
@NullMarked
package dev.signalman.feature.help;

import org.jspecify.annotations.NullMarked;
