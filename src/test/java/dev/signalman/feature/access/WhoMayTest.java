package dev.signalman.feature.access;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalman.command.Refusal;
import dev.signalman.domain.Person.Standing;
import dev.signalman.domain.Place;
import dev.signalman.feature.Bench;
import dev.signalman.feature.SimulatedTeam;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WhoMayTest {
    private static final AccessRules PLATFORM = new AccessRules(Map.of("agents", List.of("S0PLATFORM", "U0BOSS")));

    @ParameterizedTest
    @EnumSource(value = Standing.class, names = "MEMBER", mode = EnumSource.Mode.EXCLUDE)
    void onlyFullMembersMayAct(Standing standing) throws IOException {
        try (var bench = bench(AccessRules.NONE)) {
            bench.team.is("U0BOB", standing);

            assertThatThrownBy(() -> bench.types("U0BOB", "use web", Bench.BUILDS))
                    .isInstanceOf(Refusal.class);
            assertThatThrownBy(() -> bench.presses("U0BOB", "use web")).isInstanceOf(Refusal.class);
        }
    }

    @Test
    void aMemberMayAct() throws IOException {
        try (var bench = bench(AccessRules.NONE)) {
            assertThatCode(() -> bench.types("use web")).doesNotThrowAnyException();
        }
    }

    @Test
    void aTypedQuestionOfAGuestPasses() throws IOException {
        try (var bench = bench(PLATFORM)) {
            bench.team.is("U0BOB", Standing.GUEST);

            assertThatCode(() -> bench.types("U0BOB", "projects", Bench.BUILDS)).doesNotThrowAnyException();
            assertThatCode(() -> bench.types("U0BOB", "agents", Bench.BUILDS)).doesNotThrowAnyException();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Standing.class,
            names = {"MEMBER", "GUEST"},
            mode = EnumSource.Mode.EXCLUDE)
    void aTypedQuestionIsJudgedLikeAPress(Standing standing) throws IOException {
        try (var bench = bench(AccessRules.NONE)) {
            bench.team.is("U0BOB", standing);

            for (var line : List.of("projects", "locks", "agents", "help")) {
                assertThatThrownBy(() -> bench.types("U0BOB", line, Bench.BUILDS))
                        .as(line)
                        .isInstanceOf(Refusal.class);
            }
        }
    }

    @Test
    void aGuestMayPressAQuestionAndAStrangerMayNot() throws IOException {
        try (var bench = bench(AccessRules.NONE)) {
            bench.team.is("U0GUEST", Standing.GUEST);
            bench.team.is("U0OTHER", Standing.STRANGER);
            bench.team.is("U0GHOST", Standing.UNKNOWN);

            assertThatCode(() -> bench.presses("U0GUEST", "projects")).doesNotThrowAnyException();
            assertThatThrownBy(() -> bench.presses("U0OTHER", "projects")).hasMessageContaining("another organisation");
            assertThatThrownBy(() -> bench.presses("U0GHOST", "projects")).hasMessageContaining("cannot tell me");
        }
    }

    @Test
    void nobodyMayChangeAgentsUntilNamed() throws IOException {
        try (var bench = bench(AccessRules.NONE)) {
            assertThatThrownBy(() -> bench.types("agents create s1-x"))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("signalman.yml")
                    .hasMessageContaining("access: {agents:");
        }
    }

    @Test
    void whomARuleNamesMayAndOthersHearWho() throws IOException {
        try (var bench = bench(PLATFORM)) {
            bench.team.joins("U0BOB", "S0PLATFORM");

            assertThatCode(() -> bench.types("U0BOB", "agents create s1-x", Bench.BUILDS))
                    .doesNotThrowAnyException();
            assertThatCode(() -> bench.types("U0BOSS", "agents create s1-x", Bench.BUILDS))
                    .doesNotThrowAnyException();
            assertThatThrownBy(() -> bench.types("agents create s1-x")).hasMessageContaining("S0PLATFORM, U0BOSS");
        }
    }

    @Test
    void overrideIsClosedUntilNamedThoughPromotingIsOpen() throws IOException {
        try (var bench = bench(new AccessRules(Map.of("promote", List.of(AccessRules.EVERYONE))))) {
            assertThatThrownBy(() -> bench.types("promote production web override"))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("override");
        }
    }

    @Test
    void whenSlackDoesNotTellAGroupNobodyIsInIt() throws IOException {
        try (var bench = bench(new AccessRules(Map.of("use", List.of(SimulatedTeam.SILENT_GROUP))))) {
            assertThatThrownBy(() -> bench.types("use web"))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("Slack does not tell");
        }
    }

    @Test
    void anEmptyRuleLetsNobody() throws IOException {
        try (var bench = bench(new AccessRules(Map.of("use", List.of(), "projects", List.of())))) {
            assertThatThrownBy(() -> bench.types("use web")).hasMessageContaining("empty");
            assertThatThrownBy(() -> bench.types("projects")).hasMessageContaining("empty");
        }
    }

    @Test
    void whatTheBotSaysToItselfPasses() throws IOException {
        try (var bench = bench(AccessRules.NONE)) {
            bench.team.is("U0ALICE", Standing.UNKNOWN);

            assertThatCode(() -> bench.saysToItself("agents create s1-x")).doesNotThrowAnyException();
        }
    }

    @Test
    void anActIsRefusedWhereTheBotMayNotPostAndAQuestionIsNot() throws IOException {
        try (var bench = bench(AccessRules.NONE)) {
            bench.team.channel("D0OTHERS", false, true);
            var place = Place.channel("D0OTHERS");

            assertThatThrownBy(() -> bench.types("U0ALICE", "use web", place))
                    .hasMessageContaining("/invite @Signalman");
            assertThatCode(() -> bench.types("U0ALICE", "projects", place)).doesNotThrowAnyException();
        }
    }

    private static Bench bench(AccessRules rules) throws IOException {
        var bench = new Bench(rules);
        bench.semaphore.addProject("web");
        return bench;
    }
}
