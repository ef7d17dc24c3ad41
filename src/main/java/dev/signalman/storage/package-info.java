/** The database: its address, connections and migrations. It knows no feature. */
@NullMarked
package dev.signalman.storage;

import org.jspecify.annotations.NullMarked;
