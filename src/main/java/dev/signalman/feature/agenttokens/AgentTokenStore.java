package dev.signalman.feature.agenttokens;

import dev.signalman.dispatch.RowChange;
import dev.signalman.dispatch.StaleDecisionException;
import dev.signalman.storage.InstantColumns;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;

/** Tokens for agents, in the table {@code agent_token}. It never sees one in clear. */
final class AgentTokenStore {
    private static final Duration NOTED_EVERY = Duration.ofMinutes(1);

    private static final RowMapper<AgentToken> TOKEN = (row, context) -> new AgentToken(
            row.getString("id"),
            row.getString("user_id"),
            row.getString("name"),
            InstantColumns.instant(row, "created_at"),
            InstantColumns.instantOrNull(row, "used_at"));

    private final Jdbi jdbi;
    private final InstantSource clock;

    @Inject
    AgentTokenStore(Jdbi jdbi, InstantSource clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    Optional<AgentToken> withHash(String hash) {
        return read("hash = :hash", Map.of("hash", hash)).stream().findFirst();
    }

    Optional<AgentToken> withId(String id) {
        return read("id = :id", Map.of("id", id)).stream().findFirst();
    }

    /** A person's tokens, by name. */
    List<AgentToken> of(String owner) {
        return read("user_id = :owner", Map.of("owner", owner));
    }

    /** A person's token for an agent; the case of the name does not matter. */
    Optional<AgentToken> of(String owner, String name) {
        return of(owner).stream()
                .filter(token -> token.name().equalsIgnoreCase(name))
                .findFirst();
    }

    List<AgentToken> all() {
        return read("1 = 1", Map.of());
    }

    private List<AgentToken> read(String condition, Map<String, ?> values) {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT * FROM agent_token WHERE " + condition + " ORDER BY name, user_id")
                        .bindMap(values)
                        .map(TOKEN)
                        .list());
    }

    RowChange adding(String id, String owner, String name, String hash) {
        return handle -> handle.createUpdate("""
                        INSERT INTO agent_token (id, user_id, name, hash, created_at)
                        VALUES (:id, :owner, :name, :hash, :now)
                        """)
                .bind("id", id)
                .bind("owner", owner)
                .bind("name", name)
                .bind("hash", hash)
                .bind("now", clock.instant())
                .execute();
    }

    RowChange revoking(AgentToken token) {
        return handle -> {
            if (delete(handle, token) == 0) {
                throw new StaleDecisionException("The token for " + token.name());
            }
        };
    }

    /** Revokes a token at once. */
    void revoke(AgentToken token) {
        jdbi.useHandle(handle -> delete(handle, token));
    }

    private static int delete(Handle handle, AgentToken token) {
        return handle.createUpdate("DELETE FROM agent_token WHERE id = :id")
                .bind("id", token.id())
                .execute();
    }

    /** Notes that a token was used, unless that was noted within the last minute. */
    void used(AgentToken token) {
        var now = clock.instant();
        var used = token.used();
        if (used != null && now.isBefore(used.plus(NOTED_EVERY))) {
            return;
        }
        jdbi.useHandle(handle -> handle.createUpdate("UPDATE agent_token SET used_at = :now WHERE id = :id")
                .bind("now", now)
                .bind("id", token.id())
                .execute());
    }
}
