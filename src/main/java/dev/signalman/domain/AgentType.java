package dev.signalman.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A self-hosted agent type, and how many of its agents are connected. */
public record AgentType(
        String name,
        int agents,
        @Nullable Instant created,
        @Nullable Instant updated) {}
