/** The encryption key. */
@NullMarked
package dev.signalman.keyring;

import org.jspecify.annotations.NullMarked;
