/** The projects that there are, and which of them a channel means. */
@NullMarked
package dev.signalman.feature.projects;

import org.jspecify.annotations.NullMarked;
