/** What a request and a broken glass are, and how they are kept. */
@NullMarked
package dev.signalman.feature.approvals.request;

import org.jspecify.annotations.NullMarked;
