/** The ledger, its chain, and who finds what was done to it. */
@NullMarked
package dev.signalman.feature.audit;

import org.jspecify.annotations.NullMarked;
