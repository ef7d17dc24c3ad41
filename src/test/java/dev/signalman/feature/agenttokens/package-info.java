/** Tests of agents' tokens. */
@NullMarked
package dev.signalman.feature.agenttokens;

import org.jspecify.annotations.NullMarked;
