/** Commands about jobs: state, log and failure triage. */
@NullMarked
package dev.signalman.feature.jobs;

import org.jspecify.annotations.NullMarked;
