/** Semaphore's HTTP API through Feign: what it sends in its dialects, read into the values of the domain. */
@NullMarked
package dev.signalman.semaphore.http;

import org.jspecify.annotations.NullMarked;
