/** Tests of the judge of cases. */
@NullMarked
package dev.signalman.app.policy;

import org.jspecify.annotations.NullMarked;
