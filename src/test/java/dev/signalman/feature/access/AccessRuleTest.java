package dev.signalman.feature.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.domain.GitRef;
import dev.signalman.feature.SimulatedTeam;
import dev.signalman.ruling.DeployStart;
import dev.signalman.ruling.Judgement;
import dev.signalman.ruling.MembershipLookup;
import dev.signalman.ruling.SampleWishes;
import dev.signalman.ruling.Verdict;
import dev.signalman.ruling.Wish;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AccessRuleTest {
    private static final Wish PROMOTED = SampleWishes.production();
    private static final Wish OVERRIDDEN = SampleWishes.starting(PROMOTED, PROMOTED.start(), true);

    private final SimulatedTeam team = new SimulatedTeam();

    private List<Judgement> judge(Wish wish, Map<String, List<String>> named) {
        var rule = new AccessRule(() -> new AccessRules(named), new MembershipLookup(team), new RuleMemberNames(team));
        return rule.judge(wish, rule.gather(wish));
    }

    @Test
    void everybodyMayPromoteWhereNobodyIsNamedAndNobodyMayOverride() {
        assertThat(judge(PROMOTED, Map.of())).extracting(Judgement::met).containsExactly(true);
        assertThat(judge(OVERRIDDEN, Map.of())).extracting(Judgement::met).containsExactly(true, false);
    }

    @Test
    void whoIsNamedMayByThemselvesOrThroughAGroup() {
        team.joins("U0ALICE", "S0RELEASE");

        assertThat(judge(PROMOTED, Map.of("promote", List.of("U0ALICE")))).allMatch(Judgement::met);
        assertThat(judge(PROMOTED, Map.of("promote", List.of("U0BOB", "S0RELEASE"))))
                .allMatch(Judgement::met);
        assertThat(judge(PROMOTED, Map.of("promote", List.of("everyone")))).allMatch(Judgement::met);
        assertThat(judge(PROMOTED, Map.of("promote", List.of("U0BOB")))).noneMatch(Judgement::met);
        assertThat(judge(PROMOTED, Map.of("promote", List.of()))).noneMatch(Judgement::met);
    }

    @Test
    void overridingNeedsBoth() {
        assertThat(judge(OVERRIDDEN, Map.of("override", List.of("U0ALICE"), "promote", List.of("U0BOB"))))
                .extracting(Judgement::met)
                .containsExactly(false, true);
        assertThat(judge(OVERRIDDEN, Map.of("override", List.of("U0ALICE")))).allMatch(Judgement::met);
        assertThat(judge(OVERRIDDEN, Map.of("override", List.of("U0BOB"))))
                .extracting(Judgement::met)
                .containsExactly(true, false);
    }

    @Test
    void whenSlackDoesNotSayWhoIsInAGroupNobodyIs() {
        assertThat(judge(PROMOTED, Map.of("promote", List.of(SimulatedTeam.SILENT_GROUP))))
                .extracting(Judgement::verdict)
                .containsExactly(Verdict.UNKNOWN);
    }

    @Test
    void anotherWayToStartItIsRuledUnderItsOwnVerb() {
        var run =
                SampleWishes.starting(PROMOTED, new DeployStart.Run("deploy.yml", GitRef.branch("main"), null), false);

        assertThat(judge(run, Map.of("run", List.of("U0BOB")))).noneMatch(Judgement::met);
        assertThat(judge(run, Map.of("promote", List.of("U0BOB")))).allMatch(Judgement::met);
    }
}
