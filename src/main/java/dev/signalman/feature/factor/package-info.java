/** People's second factors: setting one up, vouching for it, and the codes that are given with votes. */
@NullMarked
package dev.signalman.feature.factor;

import org.jspecify.annotations.NullMarked;
