/** What channels want to hear of: subscriptions, and the pipelines that are announced because of them. */
@NullMarked
package dev.signalman.feature.subscriptions;

import org.jspecify.annotations.NullMarked;
