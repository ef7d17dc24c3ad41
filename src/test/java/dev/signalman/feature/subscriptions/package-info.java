/** Tests of subscriptions. */
@NullMarked
package dev.signalman.feature.subscriptions;

import org.jspecify.annotations.NullMarked;
