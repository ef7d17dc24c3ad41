/** The commands, and the grammar of command lines. */
@NullMarked
package dev.signalman.command;

import org.jspecify.annotations.NullMarked;
