/** Approval requests: opening, votes, break-glass, and the deploy that follows. */
@NullMarked
package dev.signalman.feature.approvals;

import org.jspecify.annotations.NullMarked;
