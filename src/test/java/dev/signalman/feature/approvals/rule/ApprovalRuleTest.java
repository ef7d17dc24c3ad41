package dev.signalman.feature.approvals.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.domain.Person.Standing;
import dev.signalman.feature.SimulatedTeam;
import dev.signalman.ruling.Approvals;
import dev.signalman.ruling.Judgement;
import dev.signalman.ruling.MembershipLookup;
import dev.signalman.ruling.Policy;
import dev.signalman.ruling.SampleWishes;
import dev.signalman.ruling.Verdict;
import dev.signalman.ruling.Vote;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Alice asks; Bob and Carol are in S0RELEASE, as Alice is; Dan is in no group. */
class ApprovalRuleTest {
    private final SimulatedTeam team = new SimulatedTeam();

    @BeforeEach
    void settle() {
        List.of("U0ALICE", "U0BOB", "U0CAROL").forEach(id -> team.joins(id, "S0RELEASE"));
    }

    private List<Judgement> judge(List<Vote> votes, Policy... policies) {
        var wish = SampleWishes.production(policies).with(votes);
        var rule = new ApprovalRule(team, new MembershipLookup(team), new NoContributors(), GivenFactors.none(team));
        return rule.judge(wish, rule.gather(wish));
    }

    private static Policy policy(Approvals approvals) {
        return Policy.of("production", List.of(), List.of(), null).with(approvals);
    }

    private static Policy policy(int needed, String... approvers) {
        return policy(Approvals.of(needed, approvers));
    }

    /** Votes by name; a minus marks a rejection. */
    private static List<Vote> votes(String... names) {
        var votes = new ArrayList<Vote>();
        Arrays.stream(names)
                .filter(name -> !name.isEmpty())
                .map(name ->
                        new Vote("U0" + name.replace("-", "").toUpperCase(Locale.ROOT), name, !name.startsWith("-")))
                .forEach(votes::add);
        return votes;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                " | 2 | VOTES | Approvals: 0 of 2; needs S0RELEASE except Alice, who requested it",
                "Bob | 2 | VOTES | Approvals: 1 of 2, by Bob; needs S0RELEASE except Alice, who requested it",
                "Bob,Carol | 2 | MET | Approvals: 2 of 2, by Bob and Carol",
                "Bob,Bob | 2 | VOTES | Approvals: 1 of 2, by Bob; needs S0RELEASE except Alice, who requested it",
                "Bob,Alice | 2 | VOTES | Approvals: 1 of 2, by Bob; needs S0RELEASE except Alice, who "
                        + "requested it",
                "Bob,Dan | 2 | VOTES | Approvals: 1 of 2, by Bob; needs S0RELEASE except Alice, who requested it",
                "Bob,-Carol | 1 | REFUSED | Approvals: 1 of 1, by Bob, and -Carol rejected it. Promote again "
                        + "once that is settled.",
                "Bob,-Dan | 1 | MET | Approvals: 1 of 1, by Bob",
                "Bob,-Alice | 1 | MET | Approvals: 1 of 1, by Bob",
            })
    void votesOfTheGroupCountOncePerPerson(String names, int needed, Verdict verdict, String spoken) {
        var judgements = judge(votes(names == null ? new String[0] : names.split(",")), policy(needed, "S0RELEASE"));

        assertThat(judgements).extracting(Judgement::verdict).containsExactly(verdict);
        assertThat(judgements).extracting(Judgement::spoken).containsExactly(spoken);
    }

    @Test
    void whereNoneIsNeededItIsMet() {
        assertThat(judge(List.of(), policy(Approvals.NONE))).allMatch(Judgement::met);
        assertThat(judge(List.of())).allMatch(Judgement::met);
    }

    @Test
    void nobodyIsNamedSoNobodyMay() {
        assertThat(judge(votes("Bob", "Carol"), policy(1)))
                .extracting(Judgement::verdict)
                .containsExactly(Verdict.REFUSED);
    }

    @Test
    void everyPolicyAppliesByItself() {
        var release = policy(1, "S0RELEASE");
        var dan = policy(1, "U0DAN");

        assertThat(judge(votes("Bob"), release, dan))
                .extracting(Judgement::verdict)
                .containsExactly(Verdict.MET, Verdict.VOTES);
        assertThat(judge(votes("Bob", "Dan"), release, dan)).allMatch(Judgement::met);
    }

    @Test
    void whoAsksMayApproveWhereThatIsSaid() {
        var self = new Approvals(
                1, List.of("S0RELEASE"), null, Approvals.Notify.NONE, true, Approvals.USUAL_LIFE, List.of());

        assertThat(judge(votes("Alice"), policy(self))).allMatch(Judgement::met);
        assertThat(judge(List.of(), policy(self)))
                .extracting(Judgement::spoken)
                .containsExactly("Approvals: 0 of 1; needs S0RELEASE");
    }

    @ParameterizedTest
    @EnumSource(value = Standing.class, names = "MEMBER", mode = EnumSource.Mode.EXCLUDE)
    void onlyFullMembersCountWhateverThePolicySays(Standing standing) {
        team.is("U0BOB", standing);

        assertThat(judge(votes("Bob"), policy(1, "U0BOB", "S0RELEASE"))).noneMatch(Judgement::met);
    }

    @Test
    void whenSlackDoesNotSayWhoIsInAGroupNobodyIs() {
        var silent = policy(1, SimulatedTeam.SILENT_GROUP);

        assertThat(judge(votes("Bob"), silent)).extracting(Judgement::verdict).containsExactly(Verdict.UNKNOWN);
        assertThat(judge(votes("Bob"), silent).get(0).spoken()).contains("Slack didn't confirm that Bob can");
    }

    @Test
    void aSilentGroupDoesNotKeepOutWhoIsNamedBeside() {
        assertThat(judge(votes("Bob"), policy(1, SimulatedTeam.SILENT_GROUP, "U0BOB")))
                .allMatch(Judgement::met);
    }
}
