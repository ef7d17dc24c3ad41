package dev.signalman.feature.access;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalman.command.Grammar;
import dev.signalman.command.Refusal;
import dev.signalman.command.Verb;
import dev.signalman.domain.Person.Standing;
import dev.signalman.feature.FeatureFixture;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever line an agent gets in, it can do few things. */
class AgentRuleTest {
    private static final Set<String> ALLOWED =
            Set.of("status", "pipelines", "logs", "why", "deploys", "history", "promote");

    private static FeatureFixture bench(String... named) throws IOException {
        return new FeatureFixture(new AccessRules(Map.of(
                AccessRules.ASK_BY_AGENT,
                List.of(named),
                "agents",
                List.of(AccessRules.EVERYONE),
                AccessRules.OVERRIDE,
                List.of(AccessRules.EVERYONE))));
    }

    static Stream<String> otherVerbs() {
        return new Grammar(URI.create("https://acme.semaphoreci.com"))
                .verbs().stream()
                        .filter(verb -> !ALLOWED.contains(verb.words()))
                        .map(Verb::example);
    }

    @ParameterizedTest
    @MethodSource("otherVerbs")
    @ValueSource(
            strings = {
                "promote production web override",
                "promote production web break-glass because I say so",
                "promote production web at 9:00",
                "promote production web after the freeze",
                "approve 1",
                "break-glass 1 because I say so",
            })
    void everythingElseIsRefused(String line) throws IOException {
        try (var fixture = bench(AccessRules.EVERYONE)) {
            assertThatThrownBy(() -> fixture.byAgent(line))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("Agents can't do this.");
        }
    }

    @Test
    void questionsPassForWhomTheRuleNames() throws IOException {
        try (var fixture = bench("S0AGENTS")) {
            fixture.semaphore.addProject("web");
            assertThatThrownBy(() -> fixture.byAgent("deploys web"))
                    .hasMessageContaining("Alice's agents can't use Signalman.");
            fixture.team.joins("U0ALICE", "S0AGENTS");
            assertThatCode(() -> fixture.byAgent("deploys web")).doesNotThrowAnyException();
        }
    }

    @ParameterizedTest
    @EnumSource(value = Standing.class, names = "MEMBER", mode = EnumSource.Mode.EXCLUDE)
    void onlyFullMembersHaveAgents(Standing standing) throws IOException {
        try (var fixture = bench(AccessRules.EVERYONE)) {
            fixture.team.is("U0ALICE", standing);
            assertThatThrownBy(() -> fixture.byAgent("pipelines web")).isInstanceOf(Refusal.class);
        }
    }

    @Test
    void nobodyHasAgentsUntilNamed() throws IOException {
        try (var fixture = new FeatureFixture(AccessRules.NONE)) {
            assertThatThrownBy(() -> fixture.byAgent("pipelines web"))
                    .hasMessageContaining("Alice's agents can't use Signalman.");
        }
    }
}
