package dev.signalman.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A type of self-hosted agents, and how many of them are connected. */
public record AgentType(
        String name,
        int agents,
        @Nullable Instant created,
        @Nullable Instant updated) {}
