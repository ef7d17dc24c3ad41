/** The ledger: every act a row, chained to the one before. */
@NullMarked
package dev.signalman.feature.audit;

import org.jspecify.annotations.NullMarked;
