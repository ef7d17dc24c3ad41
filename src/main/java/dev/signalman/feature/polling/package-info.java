/** Looks for pipelines that no notification told of, so that none is missed: lost notifications, outages, restarts. */
@NullMarked
package dev.signalman.feature.polling;

import org.jspecify.annotations.NullMarked;
