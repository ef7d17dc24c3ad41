/** Tests of requests for approval. */
@NullMarked
package dev.signalman.feature.approvals;

import org.jspecify.annotations.NullMarked;
