/** What was taken, what is done about it and what is to be shown, kept in the database so that it survives a crash. */
@NullMarked
package dev.signalman.journal;

import org.jspecify.annotations.NullMarked;
