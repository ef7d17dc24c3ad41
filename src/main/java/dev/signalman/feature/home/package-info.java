/** The home tab, with the running pipelines. */
@NullMarked
package dev.signalman.feature.home;

import org.jspecify.annotations.NullMarked;
