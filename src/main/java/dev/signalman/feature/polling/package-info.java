/** Polls for pipelines whose notification was lost, or came during an outage or a restart. */
@NullMarked
package dev.signalman.feature.polling;

import org.jspecify.annotations.NullMarked;
