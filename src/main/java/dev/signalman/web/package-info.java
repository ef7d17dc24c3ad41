/** The HTTP server: raw bodies, size limits, routes. It knows nothing about what it serves. */
@NullMarked
package dev.signalman.web;

import org.jspecify.annotations.NullMarked;
