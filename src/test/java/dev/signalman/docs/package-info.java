/** What the documents say, held against the code. */
@NullMarked
package dev.signalman.docs;

import org.jspecify.annotations.NullMarked;
