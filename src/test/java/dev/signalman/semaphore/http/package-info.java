/** Tests of the HTTP client against answers that are written out here. */
@NullMarked
package dev.signalman.semaphore.http;

import org.jspecify.annotations.NullMarked;
