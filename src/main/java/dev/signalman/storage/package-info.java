/** The database: its address, its connections, its tables' versions; it knows no feature. */
@NullMarked
package dev.signalman.storage;

import org.jspecify.annotations.NullMarked;
