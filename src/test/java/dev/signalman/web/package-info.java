/** The HTTP server, tried from outside. */
@NullMarked
package dev.signalman.web;

import org.jspecify.annotations.NullMarked;
