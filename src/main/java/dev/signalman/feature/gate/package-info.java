/** The gate: judges deploys whose first job asks whether they may go on, and opens requests for them. */
@NullMarked
package dev.signalman.feature.gate;

import org.jspecify.annotations.NullMarked;
