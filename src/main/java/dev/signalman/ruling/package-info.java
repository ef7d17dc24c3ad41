/** Promotion rules: configuration, wishes and judgements. Features contribute the rules. */
@NullMarked
package dev.signalman.ruling;

import org.jspecify.annotations.NullMarked;
