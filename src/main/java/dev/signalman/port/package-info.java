/** Ports: interfaces that one package implements and others use. */
@NullMarked
package dev.signalman.port;

import org.jspecify.annotations.NullMarked;
