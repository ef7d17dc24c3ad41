/** The encryption key, the keys derived from it for each purpose, and what is encrypted with them. */
@NullMarked
package dev.signalman.keyring;

import org.jspecify.annotations.NullMarked;
