package dev.signalman.feature.agenttokens;

import dev.signalman.checkup.Check;
import dev.signalman.checkup.CheckContext;
import dev.signalman.checkup.CheckResult;
import dev.signalman.domain.DurationPhrases;
import dev.signalman.port.AgentAccess;
import dev.signalman.storage.DatabaseOpenResult;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;

/** Checks how many agents have a token, and how old the tokens are. */
final class AgentTokensCheck implements Check {
    private static final String TOKENS = "agent tokens";
    private static final Duration FORGOTTEN = Duration.ofDays(90);

    private final DatabaseOpenResult database;
    private final AgentAccess access;
    private final InstantSource clock;

    @Inject
    AgentTokensCheck(DatabaseOpenResult database, AgentAccess access, InstantSource clock) {
        this.database = database;
        this.access = access;
        this.clock = clock;
    }

    @Override
    public String about() {
        return TOKENS;
    }

    @Override
    public List<CheckResult> look(CheckContext checkContext) {
        var all = database.having("agent_token")
                .map(open -> new AgentTokenStore(open.jdbi(), clock).all())
                .orElse(List.of()); // the database may be closed, or without tables
        if (all.isEmpty()) {
            return List.of();
        }
        var now = clock.instant();
        var people = all.stream().map(AgentToken::owner).distinct().count();
        var oldest =
                all.stream().map(AgentToken::created).min(Instant::compareTo).orElse(now);
        var said = all.size() + (all.size() == 1 ? " token" : " tokens") + " of " + people
                + (people == 1 ? " person" : " people") + ", the oldest created "
                + DurationPhrases.ago(Duration.between(oldest, now)) + ".";
        if (!access.open()) {
            return List.of(CheckResult.fine(TOKENS, said + " None works: access.ask_by_agent names nobody."));
        }
        var forgotten = all.stream()
                .filter(token -> Objects.requireNonNullElse(token.used(), token.created())
                        .isBefore(now.minus(FORGOTTEN)))
                .count();
        return List.of(
                forgotten == 0
                        ? CheckResult.fine(TOKENS, said)
                        : CheckResult.worthALook(
                                TOKENS,
                                said + " " + forgotten + " not used for 90 days.",
                                "Ask their owners to revoke what they no longer use: /semaphore agent-token."));
    }
}
