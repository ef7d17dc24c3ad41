/** How a job stands, and the end of what it printed. */
@NullMarked
package dev.signalman.feature.jobs;

import org.jspecify.annotations.NullMarked;
