/** Tests of the documents against the code. */
@NullMarked
package dev.signalman.docs;

import org.jspecify.annotations.NullMarked;
