/** Accepted work, its progress and the cards to show, stored in the database so that they survive a crash. */
@NullMarked
package dev.signalman.journal;

import org.jspecify.annotations.NullMarked;
