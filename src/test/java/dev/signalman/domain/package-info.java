/** Tests of the things of a CI. */
@NullMarked
package dev.signalman.domain;

import org.jspecify.annotations.NullMarked;
