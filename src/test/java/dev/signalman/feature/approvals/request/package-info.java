@NullMarked
package dev.signalman.feature.approvals.request;

import org.jspecify.annotations.NullMarked;
