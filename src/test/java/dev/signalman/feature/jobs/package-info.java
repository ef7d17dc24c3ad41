/** Tests of jobs and logs. */
@NullMarked
package dev.signalman.feature.jobs;

import org.jspecify.annotations.NullMarked;
