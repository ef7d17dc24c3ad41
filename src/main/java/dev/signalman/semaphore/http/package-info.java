/** Semaphore's HTTP API through Feign, mapped to the values of the domain. */
@NullMarked
package dev.signalman.semaphore.http;

import org.jspecify.annotations.NullMarked;
