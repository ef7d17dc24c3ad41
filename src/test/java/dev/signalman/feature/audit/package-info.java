/** Tests of the ledger, its chain, and the detection of tampering. */
@NullMarked
package dev.signalman.feature.audit;

import org.jspecify.annotations.NullMarked;
