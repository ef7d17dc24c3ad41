package dev.signalman.feature.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.domain.Person;
import dev.signalman.domain.Person.Standing;
import dev.signalman.feature.SimulatedTeam;
import dev.signalman.ruling.Judgement;
import dev.signalman.ruling.SampleWishes;
import dev.signalman.ruling.Verdict;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkspaceMemberRuleTest {
    @ParameterizedTest
    @CsvSource({
        "MEMBER, MET",
        "GUEST, REFUSED",
        "STRANGER, REFUSED",
        "BOT, REFUSED",
        "DEACTIVATED, REFUSED",
        "UNKNOWN, UNKNOWN",
    })
    void onlyAFullMemberMayAskForAPromotion(Standing standing, Verdict verdict) {
        var rule = new WorkspaceMemberRule(new SimulatedTeam());

        assertThat(rule.judge(SampleWishes.production(), new Person("U0ALICE", "Alice", "", standing)))
                .extracting(Judgement::verdict)
                .containsExactly(verdict);
    }

    @ParameterizedTest
    @CsvSource({"GUEST", "DEACTIVATED", "UNKNOWN"})
    void slackIsAskedAnewEachTime(Standing standing) {
        var team = new SimulatedTeam();
        var rule = new WorkspaceMemberRule(team);
        var wish = SampleWishes.production();
        assertThat(rule.judge(wish, rule.gather(wish))).allMatch(Judgement::met);

        team.is("U0ALICE", standing);

        assertThat(rule.judge(wish, rule.gather(wish))).noneMatch(Judgement::met);
    }
}
