/** Commands for self-hosted agent types: list, show, create, delete, disable. */
@NullMarked
package dev.signalman.feature.agents;

import org.jspecify.annotations.NullMarked;
