/** The one HTTP server: raw bodies, their size, routes. It knows nothing of what is served. */
@NullMarked
package dev.signalman.web;

import org.jspecify.annotations.NullMarked;
