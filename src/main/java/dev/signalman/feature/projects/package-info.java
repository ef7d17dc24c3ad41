/** The verbs {@code projects} and {@code use}: which projects there are, and which one a channel means. */
@NullMarked
package dev.signalman.feature.projects;

import org.jspecify.annotations.NullMarked;
