/** All that can be asked, and the language it is asked in. */
@NullMarked
package dev.signalman.command;

import org.jspecify.annotations.NullMarked;
