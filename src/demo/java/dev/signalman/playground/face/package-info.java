/** The HTTP API of the demo's page: queries, actions and updates. */
@NullMarked
package dev.signalman.playground.face;

import org.jspecify.annotations.NullMarked;
