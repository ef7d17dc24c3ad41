@NullMarked
package dev.signalman.feature.approvals.rule;

import org.jspecify.annotations.NullMarked;
