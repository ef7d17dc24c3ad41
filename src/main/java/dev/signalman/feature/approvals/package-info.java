/** Requests for approval: who asks for a promotion, who votes, and what becomes of it. */
@NullMarked
package dev.signalman.feature.approvals;

import org.jspecify.annotations.NullMarked;
