/** What one part offers to the others: each port is implemented in one room and used in others. */
@NullMarked
package dev.signalman.port;

import org.jspecify.annotations.NullMarked;
