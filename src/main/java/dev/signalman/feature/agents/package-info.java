/** Types of self-hosted agents: shown, created, deleted, disabled. */
@NullMarked
package dev.signalman.feature.agents;

import org.jspecify.annotations.NullMarked;
