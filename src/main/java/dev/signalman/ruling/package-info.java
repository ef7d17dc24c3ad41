/** Rules of promotion: what the configuration says, what is judged, and the judgement. Whoever has a rule contributes it. */
@NullMarked
package dev.signalman.ruling;

import org.jspecify.annotations.NullMarked;
