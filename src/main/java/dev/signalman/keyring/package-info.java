/** The encryption key, and the keys derived from it for each purpose. */
@NullMarked
package dev.signalman.keyring;

import org.jspecify.annotations.NullMarked;
