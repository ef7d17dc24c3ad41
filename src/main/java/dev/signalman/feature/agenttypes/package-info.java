/** Commands for self-hosted agent types: list, show, create, delete, disable. */
@NullMarked
package dev.signalman.feature.agenttypes;

import org.jspecify.annotations.NullMarked;
