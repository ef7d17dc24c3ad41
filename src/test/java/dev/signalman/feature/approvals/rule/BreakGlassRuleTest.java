package dev.signalman.feature.approvals.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.domain.Actor;
import dev.signalman.domain.Freeze;
import dev.signalman.domain.Person.Standing;
import dev.signalman.feature.SimulatedTeam;
import dev.signalman.ruling.Approvals;
import dev.signalman.ruling.Judgement;
import dev.signalman.ruling.MembershipLookup;
import dev.signalman.ruling.Policy;
import dev.signalman.ruling.SampleWishes;
import dev.signalman.ruling.Verdict;
import dev.signalman.ruling.Wish;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Oscar is in S0ONCALL and in S0DBA, Bob in S0ONCALL alone. */
class BreakGlassRuleTest {
    private static final Actor OSCAR = new Actor("U0OSCAR", "Oscar", "T0HOME");

    private final SimulatedTeam team = new SimulatedTeam();

    @BeforeEach
    void settle() {
        team.joins("U0OSCAR", "S0ONCALL");
        team.joins("U0OSCAR", "S0DBA");
        team.joins("U0BOB", "S0ONCALL");
    }

    private Judgement judge(Wish wish) {
        var rule = new BreakGlassRule(team, new MembershipLookup(team));
        var judgements = rule.judge(wish, rule.gather(wish));
        assertThat(judgements).hasSize(1);
        return judgements.get(0);
    }

    private Judgement broken(String who, Policy... policies) {
        var by = new Actor("U0" + who.toUpperCase(java.util.Locale.ROOT), who, "T0HOME");
        return judge(SampleWishes.production(policies).broken(by, "the shop is down"));
    }

    private static Policy voted(String... ids) {
        return plain().with(Approvals.of(2, "S0RELEASE")).broken(ids);
    }

    private static Policy plain() {
        return Policy.of("production", List.of(), List.of(), null);
    }

    private static Policy frozen(String... ids) {
        try {
            return plain().frozen(Freeze.of("0 0 0 * * *", "PT24H", "UTC", "")).broken(ids);
        } catch (Freeze.Unreadable unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Oscar | S0ONCALL | MET | Break-glass by Oscar: the shop is down",
                "Bob | S0ONCALL | MET | Break-glass by Bob: the shop is down",
                "Oscar | U0OSCAR | MET | Break-glass by Oscar: the shop is down",
                "Oscar | U0BOB,S0ONCALL | MET | Break-glass by Oscar: the shop is down",
                "Carol | S0ONCALL | REFUSED | Only S0ONCALL can break glass, not Carol.",
                "Oscar | U0BOB | REFUSED | Only U0BOB can break glass, not Oscar.",
                "Oscar | S0SILENT | UNKNOWN | Slack didn't confirm that Oscar can break glass",
                "Oscar | S0SILENT,S0ONCALL | MET | Break-glass by Oscar: the shop is down",
            })
    void whoIsNamedMayAndNobodyElse(String who, String ids, Verdict verdict, String said) {
        var judgement = broken(who, voted(ids.split(",")));

        assertThat(judgement.verdict()).isEqualTo(verdict);
        assertThat(judgement.spoken()).startsWith(said);
    }

    @Test
    void everyPolicyThatAsksForApprovalOrFreezesMustNameThem() {
        assertThat(broken("Oscar", voted("S0ONCALL"), frozen("S0DBA")).met()).isTrue();
        assertThat(broken("Bob", voted("S0ONCALL"), frozen("S0DBA")).spoken())
                .startsWith("Only S0ONCALL, and among those only S0DBA can break glass, not Bob.");
        assertThat(broken("Oscar", voted("S0ONCALL"), frozen("S0SILENT")).verdict())
                .isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void aPolicyThatNamesNobodyCannotBeBroken() {
        assertThat(broken("Oscar", voted("S0ONCALL"), frozen()).verdict()).isEqualTo(Verdict.REFUSED);
        assertThat(broken("Oscar", voted()).spoken())
                .startsWith(
                        "Nobody can break glass here: promotions[0] (production) in signalman.yml has no break_glass list.");
    }

    @Test
    void aPolicyThatKeepsNothingBackNeedNotNameThem() {
        assertThat(broken("Oscar", voted("S0ONCALL"), plain()).met()).isTrue();
        assertThat(broken("Oscar", plain()).spoken())
                .startsWith("Break-glass doesn't apply here: this needs no approval and isn't frozen.");
        assertThat(broken("Oscar", plain().broken("S0ONCALL")).verdict()).isEqualTo(Verdict.REFUSED);
        assertThat(broken("Oscar").verdict()).isEqualTo(Verdict.REFUSED);
    }

    @ParameterizedTest
    @EnumSource(value = Standing.class, names = "MEMBER", mode = EnumSource.Mode.EXCLUDE)
    void whoIsNoFullMemberNeverMay(Standing standing) {
        team.is("U0OSCAR", standing);

        assertThat(broken("Oscar", voted("U0OSCAR")).met()).isFalse();
    }

    @Test
    void unbrokenGlassBlocksNothingAndNamesWhoCouldBreakIt() {
        assertThat(judge(SampleWishes.production(voted("S0ONCALL", "U0BOB"))).spoken())
                .isEqualTo("Break-glass is available to S0ONCALL and U0BOB");
        assertThat(judge(SampleWishes.production(voted("S0ONCALL"), frozen())).spoken())
                .isEqualTo("Break-glass doesn't apply");
        assertThat(judge(SampleWishes.production()).met()).isTrue();
        assertThat(judge(SampleWishes.production(voted(SimulatedTeam.SILENT_GROUP)))
                        .met())
                .isTrue();
    }

    @Test
    void aBrokenGlassStandsForTheApprovalsUnlessSomebodyRejected() {
        var rule = new ApprovalRule(team, new MembershipLookup(team), new NoContributors(), GivenFactors.none(team));
        var wish = SampleWishes.production(voted("S0ONCALL")).broken(OSCAR, "the shop is down");
        assertThat(rule.judge(wish, rule.gather(wish)))
                .extracting(Judgement::spoken)
                .containsExactly("Approvals: 0 of 2, waived by break-glass");
        team.joins("U0BOB", "S0RELEASE");
        var rejected = wish.with(List.of(new dev.signalman.ruling.Vote("U0BOB", "Bob", false)));
        assertThat(rule.judge(rejected, rule.gather(rejected)))
                .extracting(Judgement::verdict)
                .containsExactly(Verdict.REFUSED);
    }
}
