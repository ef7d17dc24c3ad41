/** The pages on which people add and use passkeys: what browsers get, and what they send. */
@NullMarked
package dev.signalman.passkey;

import org.jspecify.annotations.NullMarked;
