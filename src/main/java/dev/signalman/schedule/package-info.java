/** What is done every so often, by one instance at a time. */
@NullMarked
package dev.signalman.schedule;

import org.jspecify.annotations.NullMarked;
