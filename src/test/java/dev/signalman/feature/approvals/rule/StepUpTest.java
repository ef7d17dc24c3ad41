package dev.signalman.feature.approvals.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.feature.SimulatedTeam;
import dev.signalman.ruling.Approvals;
import dev.signalman.ruling.FactorTrust.Standing;
import dev.signalman.ruling.Judgement;
import dev.signalman.ruling.MembershipLookup;
import dev.signalman.ruling.Policy;
import dev.signalman.ruling.SampleWishes;
import dev.signalman.ruling.StepUp;
import dev.signalman.ruling.Verdict;
import dev.signalman.ruling.Vote;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which votes count where a rule demands a second factor. */
class StepUpTest {
    private final SimulatedTeam team = new SimulatedTeam();
    private final GivenFactors factors = new GivenFactors()
            .has("U0BOB", GivenFactors.NOW)
            .has("U0CAROL", GivenFactors.NOW.plus(Duration.ofHours(1)));

    @BeforeEach
    void settle() {
        List.of("U0ALICE", "U0BOB", "U0CAROL", "U0DAN", "U0ERIN").forEach(id -> team.joins(id, "S0RELEASE"));
    }

    private static Policy policy(StepUp stepUp, int needed) {
        return Policy.of("production", List.of(), List.of(), null)
                .with(Approvals.of(needed, "S0RELEASE"))
                .steppingUp(stepUp);
    }

    private Judgement judge(Policy policy, Vote... votes) {
        var wish = SampleWishes.production(policy).with(List.of(votes));
        var rule = new ApprovalRule(team, new MembershipLookup(team), new NoContributors(), factors.trust(team));
        return rule.judge(wish, rule.gather(wish)).get(0);
    }

    private static Vote plain(String name) {
        return new Vote("U0" + name.toUpperCase(Locale.ROOT), name, true);
    }

    private static Vote proven(String name) {
        var plain = plain(name);
        return new Vote(plain.userId(), name, true, "factor of " + plain.userId());
    }

    @Test
    void everyVoteNeedsAFactorThatCounts() {
        var votes = policy(StepUp.VOTES, 2);
        assertThat(judge(votes, plain("Bob"), proven("Bob")).verdict()).isEqualTo(Verdict.VOTES);
        var one = judge(votes, proven("Bob"), proven("Carol"));
        assertThat(one.verdict()).as("Carol's is too new").isEqualTo(Verdict.VOTES);
        assertThat(one.spoken()).contains("1 of 2, by Bob, each with a second factor (not yet: Carol)");
        factors.has("U0CAROL", GivenFactors.NOW);
        assertThat(judge(votes, proven("Bob"), proven("Carol")).met()).isTrue();
    }

    @Test
    void aFactorThatWasReplacedStandsBehindNoEarlierVote() {
        var other = new Vote("U0BOB", "Bob", true, "an earlier factor of U0BOB");
        assertThat(judge(policy(StepUp.VOTES, 1), other).met()).isFalse();
        assertThat(judge(policy(StepUp.LAST_VOTE, 1), other).met()).isFalse();
        var carols = new Vote("U0BOB", "Bob", true, "factor of U0CAROL");
        assertThat(judge(policy(StepUp.ALL, 1), carols).met()).isFalse();
    }

    @Test
    void onlyTheLastVoteNeedsOne() {
        var last = policy(StepUp.LAST_VOTE, 2);
        assertThat(judge(last, plain("Dan"), proven("Bob")).met()).isTrue();
        assertThat(judge(last, proven("Bob"), plain("Dan")).met()).isFalse();
        assertThat(judge(last, plain("Dan"), proven("Bob"), plain("Erin")).met())
                .as("a further vote takes nothing away")
                .isTrue();
        assertThat(judge(last, plain("Dan"), plain("Erin"), proven("Bob")).met())
                .as("a later one makes up for it")
                .isTrue();
    }

    @Test
    void votesNeedNoneWhereOnlyBreakingTheGlassDoes() {
        assertThat(judge(policy(StepUp.BREAK_GLASS, 1), plain("Dan")).met()).isTrue();
        assertThat(judge(policy(StepUp.NONE, 1), plain("Dan")).met()).isTrue();
    }

    @Test
    void withoutAKeyNobodysCounts() {
        factors.turnedOff();
        assertThat(judge(policy(StepUp.VOTES, 1), proven("Bob")).met()).isFalse();
        assertThat(factors.trust(team).of("U0BOB", List.of(policy(StepUp.VOTES, 1))))
                .isEqualTo(Standing.OFF);
    }

    @Test
    void twoApproversOfTheRuleCanVouchButNobodyElse() {
        var rule = List.of(policy(StepUp.VOTES, 1));
        var later = GivenFactors.NOW.plus(Duration.ofHours(1));
        assertThat(factors.has("U0CAROL", later, "U0BOB", "U0DAN").trust(team).of("U0CAROL", rule))
                .isEqualTo(Standing.COUNTS);
        assertThat(factors.has("U0CAROL", later, "U0BOB").trust(team).of("U0CAROL", rule))
                .isEqualTo(Standing.WAITS);
        assertThat(factors.has("U0CAROL", later, "U0BOB", "U0CAROL").trust(team).of("U0CAROL", rule))
                .as("not for herself")
                .isEqualTo(Standing.WAITS);
        assertThat(factors.has("U0CAROL", later, "U0BOB", "U0STRANGER")
                        .trust(team)
                        .of("U0CAROL", rule))
                .as("not by somebody who does not decide")
                .isEqualTo(Standing.WAITS);
        assertThat(factors.trust(team).of("U0DAN", rule)).isEqualTo(Standing.NONE);
    }
}
