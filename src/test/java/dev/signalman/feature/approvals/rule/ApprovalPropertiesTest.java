package dev.signalman.feature.approvals.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.domain.Person.Standing;
import dev.signalman.feature.SimulatedTeam;
import dev.signalman.ruling.Approvals;
import dev.signalman.ruling.Judgement;
import dev.signalman.ruling.MembershipLookup;
import dev.signalman.ruling.Policy;
import dev.signalman.ruling.SampleWishes;
import dev.signalman.ruling.Vote;
import dev.signalman.ruling.Wish;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/**
 * Properties of votes by anybody. People are U0ALICE, who asks, and U0P0 to U0P5; groups are S0EVEN, S0ALL and a silent
 * one.
 */
class ApprovalPropertiesTest {
    private static final List<String> PEOPLE = List.of("U0ALICE", "U0P0", "U0P1", "U0P2", "U0P3", "U0P4", "U0P5");

    private static SimulatedTeam team() {
        var team = new SimulatedTeam();
        PEOPLE.forEach(id -> team.joins(id, "S0ALL"));
        List.of("U0P0", "U0P2", "U0P4").forEach(id -> team.joins(id, "S0EVEN"));
        team.is("U0P5", Standing.GUEST);
        return team;
    }

    private static boolean met(List<Vote> votes, List<Policy> policies) {
        Wish wish = SampleWishes.production(policies.toArray(Policy[]::new)).with(votes);
        var team = team();
        var rule = new ApprovalRule(team, new MembershipLookup(team), new NoContributors(), GivenFactors.none(team));
        return rule.judge(wish, rule.gather(wish)).stream().allMatch(Judgement::met);
    }

    @Property
    void moreWhoApproveNeverMakeItLessApproved(
            @ForAll("votes") List<Vote> votes,
            @ForAll("approval") Vote more,
            @ForAll("policies") List<Policy> policies) {
        var all = new ArrayList<>(votes);
        all.add(more);

        assertThat(!met(votes, policies) || met(all, policies)).isTrue();
    }

    @Property
    void theOrderOfVotesOfDifferentPeopleDoesNotMatter(
            @ForAll("votes") List<Vote> votes, @ForAll("policies") List<Policy> policies, @ForAll long seed) {
        var once = onePerPerson(votes);
        var shuffled = new ArrayList<>(once);
        Collections.shuffle(shuffled, new Random(seed));

        assertThat(met(shuffled, policies)).isEqualTo(met(once, policies));
    }

    @Property
    void fewerPeopleThanNeededAreNeverEnough(
            @ForAll("votes") List<Vote> votes, @ForAll("policies") List<Policy> policies) {
        long people = votes.stream().map(Vote::userId).distinct().count();
        int most = policies.stream()
                .mapToInt(each -> each.approvals().needed())
                .max()
                .orElse(0);

        assertThat(people >= most || !met(votes, policies)).isTrue();
    }

    @Property
    void anEmptyListOfApproversIsNeverMet(@ForAll("votes") List<Vote> votes) {
        assertThat(met(votes, List.of(policy(Approvals.of(1))))).isFalse();
    }

    @Property
    void whatSlackDoesNotTellIsNeverMet(@ForAll("votes") List<Vote> votes) {
        assertThat(met(votes, List.of(policy(Approvals.of(1, SimulatedTeam.SILENT_GROUP)))))
                .isFalse();
    }

    @Property
    void whoAsksAndGuestsAreNeverEnough(@ForAll("policies") List<Policy> policies) {
        var votes = List.of(new Vote("U0ALICE", "Alice", true), new Vote("U0P5", "Guest", true));

        assertThat(met(votes, policies)).isFalse();
    }

    private static List<Vote> onePerPerson(List<Vote> votes) {
        var once = new ArrayList<Vote>();
        for (var vote : votes) {
            if (once.stream().noneMatch(each -> each.userId().equals(vote.userId()))) {
                once.add(vote);
            }
        }
        return once;
    }

    private static Policy policy(Approvals approvals) {
        return Policy.of("production", List.of(), List.of(), null).with(approvals);
    }

    @Provide
    Arbitrary<List<Vote>> votes() {
        return Combinators.combine(Arbitraries.of(PEOPLE), Arbitraries.frequency(Tuple.of(5, true), Tuple.of(1, false)))
                .as((id, approves) -> new Vote(id, id, approves))
                .list()
                .ofMaxSize(8);
    }

    @Provide
    Arbitrary<Vote> approval() {
        return Arbitraries.of(PEOPLE).map(id -> new Vote(id, id, true));
    }

    @Provide
    Arbitrary<List<Policy>> policies() {
        var ids = Arbitraries.of("S0ALL", "S0EVEN", SimulatedTeam.SILENT_GROUP, "U0P1", "U0P3", "U0ALICE");
        return Combinators.combine(
                        Arbitraries.integers().between(1, 3),
                        ids.set().ofMinSize(1).ofMaxSize(3))
                .as((needed, named) -> policy(Approvals.of(needed, named.toArray(String[]::new))))
                .list()
                .ofMinSize(1)
                .ofMaxSize(2);
    }
}
