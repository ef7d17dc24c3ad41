/** The HTTP face of the demo's page: what it shows, what can be done on it, and news of changes. */
@NullMarked
package dev.signalman.playground.face;

import org.jspecify.annotations.NullMarked;
