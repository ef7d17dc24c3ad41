/** The rules of approvals: who may vote or break the glass, and whether the votes are enough. */
@NullMarked
package dev.signalman.feature.approvals.rule;

import org.jspecify.annotations.NullMarked;
