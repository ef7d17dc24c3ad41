/** What is shown of a request. */
@NullMarked
package dev.signalman.feature.approvals.view;

import org.jspecify.annotations.NullMarked;
