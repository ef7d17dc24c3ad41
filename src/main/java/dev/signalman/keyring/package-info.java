/** The encryption key, and the keys that are derived from it, one for each purpose. */
@NullMarked
package dev.signalman.keyring;

import org.jspecify.annotations.NullMarked;
