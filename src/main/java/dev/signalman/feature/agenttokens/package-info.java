/** Agents that ask for people: their tokens, and the answers that wait for them. */
@NullMarked
package dev.signalman.feature.agenttokens;

import org.jspecify.annotations.NullMarked;
