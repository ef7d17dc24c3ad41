package dev.signalman.feature.access;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalman.command.Refusal;
import dev.signalman.domain.Person.Standing;
import dev.signalman.domain.Place;
import dev.signalman.feature.FeatureFixture;
import dev.signalman.feature.SimulatedTeam;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AccessInterceptorTest {
    private static final AccessRules PLATFORM = new AccessRules(Map.of("agents", List.of("S0PLATFORM", "U0BOSS")));

    @ParameterizedTest
    @EnumSource(value = Standing.class, names = "MEMBER", mode = EnumSource.Mode.EXCLUDE)
    void onlyFullMembersMayAct(Standing standing) throws IOException {
        try (var fixture = bench(AccessRules.NONE)) {
            fixture.team.is("U0BOB", standing);

            assertThatThrownBy(() -> fixture.types("U0BOB", "use web", FeatureFixture.BUILDS))
                    .isInstanceOf(Refusal.class);
            assertThatThrownBy(() -> fixture.presses("U0BOB", "use web")).isInstanceOf(Refusal.class);
        }
    }

    @Test
    void aMemberMayAct() throws IOException {
        try (var fixture = bench(AccessRules.NONE)) {
            assertThatCode(() -> fixture.types("use web")).doesNotThrowAnyException();
        }
    }

    @Test
    void aTypedQuestionOfAGuestPasses() throws IOException {
        try (var fixture = bench(PLATFORM)) {
            fixture.team.is("U0BOB", Standing.GUEST);

            assertThatCode(() -> fixture.types("U0BOB", "projects", FeatureFixture.BUILDS))
                    .doesNotThrowAnyException();
            assertThatCode(() -> fixture.types("U0BOB", "agents", FeatureFixture.BUILDS))
                    .doesNotThrowAnyException();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Standing.class,
            names = {"MEMBER", "GUEST"},
            mode = EnumSource.Mode.EXCLUDE)
    void aTypedQuestionIsJudgedLikeAPress(Standing standing) throws IOException {
        try (var fixture = bench(AccessRules.NONE)) {
            fixture.team.is("U0BOB", standing);

            for (var line : List.of("projects", "locks", "agents", "help")) {
                assertThatThrownBy(() -> fixture.types("U0BOB", line, FeatureFixture.BUILDS))
                        .as(line)
                        .isInstanceOf(Refusal.class);
            }
        }
    }

    @Test
    void aGuestMayPressAQuestionAndAStrangerMayNot() throws IOException {
        try (var fixture = bench(AccessRules.NONE)) {
            fixture.team.is("U0GUEST", Standing.GUEST);
            fixture.team.is("U0OTHER", Standing.STRANGER);
            fixture.team.is("U0GHOST", Standing.UNKNOWN);

            assertThatCode(() -> fixture.presses("U0GUEST", "projects")).doesNotThrowAnyException();
            assertThatThrownBy(() -> fixture.presses("U0OTHER", "projects"))
                    .hasMessageContaining("another organization");
            assertThatThrownBy(() -> fixture.presses("U0GHOST", "projects")).hasMessageContaining("didn't tell me");
        }
    }

    @Test
    void nobodyMayChangeAgentsUntilNamed() throws IOException {
        try (var fixture = bench(AccessRules.NONE)) {
            assertThatThrownBy(() -> fixture.types("agents create s1-x"))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("signalman.yml")
                    .hasMessageContaining("access: {agents:");
        }
    }

    @Test
    void peopleNamedByARuleMayActAndOthersAreToldWhoMay() throws IOException {
        try (var fixture = bench(PLATFORM)) {
            fixture.team.joins("U0BOB", "S0PLATFORM");

            assertThatCode(() -> fixture.types("U0BOB", "agents create s1-x", FeatureFixture.BUILDS))
                    .doesNotThrowAnyException();
            assertThatCode(() -> fixture.types("U0BOSS", "agents create s1-x", FeatureFixture.BUILDS))
                    .doesNotThrowAnyException();
            assertThatThrownBy(() -> fixture.types("agents create s1-x")).hasMessageContaining("S0PLATFORM, U0BOSS");
        }
    }

    @Test
    void overrideIsClosedUntilNamedThoughPromotingIsOpen() throws IOException {
        try (var fixture = bench(new AccessRules(Map.of("promote", List.of(AccessRules.EVERYONE))))) {
            assertThatThrownBy(() -> fixture.types("promote production web override"))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("override");
        }
    }

    @Test
    void whenSlackDoesNotTellAGroupNobodyIsInIt() throws IOException {
        try (var fixture = bench(new AccessRules(Map.of("use", List.of(SimulatedTeam.SILENT_GROUP))))) {
            assertThatThrownBy(() -> fixture.types("use web"))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("Slack didn't confirm that you're one of them");
        }
    }

    @Test
    void anEmptyRuleLetsNobody() throws IOException {
        try (var fixture = bench(new AccessRules(Map.of("use", List.of(), "projects", List.of())))) {
            assertThatThrownBy(() -> fixture.types("use web")).hasMessageContaining("empty");
            assertThatThrownBy(() -> fixture.types("projects")).hasMessageContaining("empty");
        }
    }

    @Test
    void internalCommandsPassTheAccessRules() throws IOException {
        try (var fixture = bench(AccessRules.NONE)) {
            fixture.team.is("U0ALICE", Standing.UNKNOWN);

            assertThatCode(() -> fixture.saysToItself("agents create s1-x")).doesNotThrowAnyException();
        }
    }

    @Test
    void anActIsRefusedWhereTheBotMayNotPostAndAQuestionIsNot() throws IOException {
        try (var fixture = bench(AccessRules.NONE)) {
            fixture.team.channel("D0OTHERS", false, true);
            var place = Place.channel("D0OTHERS");

            assertThatThrownBy(() -> fixture.types("U0ALICE", "use web", place))
                    .hasMessageContaining("/invite @Signalman");
            assertThatCode(() -> fixture.types("U0ALICE", "projects", place)).doesNotThrowAnyException();
        }
    }

    private static FeatureFixture bench(AccessRules rules) throws IOException {
        var fixture = new FeatureFixture(rules);
        fixture.semaphore.addProject("web");
        return fixture;
    }
}
