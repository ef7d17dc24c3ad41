/** Going ahead alone, and the review afterwards. */
@NullMarked
package dev.signalman.feature.approvals.breakglass;

import org.jspecify.annotations.NullMarked;
