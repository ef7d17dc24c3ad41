/** What people decide about a request, and what becomes of it. */
@NullMarked
package dev.signalman.feature.approvals.vote;

import org.jspecify.annotations.NullMarked;
