/** Subscriptions of channels, and the announcements of pipelines that match them. */
@NullMarked
package dev.signalman.feature.subscriptions;

import org.jspecify.annotations.NullMarked;
