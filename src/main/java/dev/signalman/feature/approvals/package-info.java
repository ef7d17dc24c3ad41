/** Approvals by people before a promotion: this package opens requests and puts the rooms together. */
@NullMarked
package dev.signalman.feature.approvals;

import org.jspecify.annotations.NullMarked;
