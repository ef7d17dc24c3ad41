/** The ledger: a hash-chained row for every act. */
@NullMarked
package dev.signalman.feature.audit;

import org.jspecify.annotations.NullMarked;
