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

/** Properties of break-glass by anybody. Of U0P0 to U0P4 the even ones are in S0EVEN, all in S0ALL; U0P4 is a guest. */
class BreakGlassPropertiesTest {
    private static final List<String> PEOPLE = List.of("U0P0", "U0P1", "U0P2", "U0P3", "U0P4");

    private static SimulatedTeam team() {
        var team = new SimulatedTeam();
        PEOPLE.forEach(id -> team.joins(id, "S0ALL"));
        List.of("U0P0", "U0P2", "U0P4").forEach(id -> team.joins(id, "S0EVEN"));
        team.is("U0P4", Standing.GUEST);
        return team;
    }

    private static boolean met(String who, List<Policy> policies) {
        var wish = SampleWishes.production(policies.toArray(Policy[]::new)).broken(new Actor(who, who, null), "so");
        var team = team();
        var rule = new BreakGlassRule(team, new MembershipLookup(team));
        return rule.judge(wish, rule.gather(wish)).stream().allMatch(Judgement::met);
    }

    private static boolean named(String who, Policy policy) {
        return policy.breakGlass().contains(who)
                || policy.breakGlass().contains("S0ALL")
                || (policy.breakGlass().contains("S0EVEN")
                        && List.of("U0P0", "U0P2").contains(who));
    }

    @Property
    void exactlyThoseMayWhomEveryPolicyNamesThatKeepsSomethingBack(
            @ForAll("people") String who, @ForAll("policies") List<Policy> policies) {
        var guarding = policies.stream().filter(Policy::guards).toList();

        assertThat(met(who, policies))
                .isEqualTo(!guarding.isEmpty()
                        && !who.equals("U0P4")
                        && guarding.stream().allMatch(policy -> named(who, policy)));
    }

    @Property
    void anotherPolicyNeverLetsThroughWhomTheFirstOnesDidNot(
            @ForAll("people") String who,
            @ForAll("guarded") List<Policy> policies,
            @ForAll("guarded") List<Policy> more) {
        var all = new ArrayList<>(policies);
        all.addAll(more);

        assertThat(met(who, policies) || !met(who, all)).isTrue();
    }

    @Property
    void theOrderOfThePoliciesDoesNotMatter(
            @ForAll("people") String who, @ForAll("policies") List<Policy> policies, @ForAll long seed) {
        var shuffled = new ArrayList<>(policies);
        Collections.shuffle(shuffled, new Random(seed));

        assertThat(met(who, shuffled)).isEqualTo(met(who, policies));
    }

    @Property
    void anEmptyListAndAGuestAndASilentSlackLetNobodyThrough(
            @ForAll("people") String who, @ForAll("guarded") List<Policy> policies) {
        var nobody = new ArrayList<>(policies);
        nobody.add(voted(List.of()));
        var silent = new ArrayList<>(policies);
        silent.add(voted(List.of(SimulatedTeam.SILENT_GROUP)));

        assertThat(met(who, nobody)).isFalse();
        assertThat(met(who, silent)).isFalse();
        assertThat(met("U0P4", policies)).isFalse();
    }

    private static Policy voted(List<String> ids) {
        return plain().with(Approvals.of(1, "S0ALL")).broken(ids.toArray(String[]::new));
    }

    private static Policy plain() {
        return Policy.of("production", List.of(), List.of(), null);
    }

    private static Policy frozen(List<String> ids) {
        try {
            return plain().frozen(Freeze.of("0 0 0 * * *", "PT24H", "UTC", "")).broken(ids.toArray(String[]::new));
        } catch (Freeze.Unreadable unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    @Provide
    Arbitrary<String> people() {
        return Arbitraries.of(PEOPLE);
    }

    @Provide
    Arbitrary<List<Policy>> guarded() {
        return Combinators.combine(ids(), Arbitraries.of(true, false))
                .as((ids, votes) -> votes ? voted(ids) : frozen(ids))
                .list()
                .ofMinSize(1)
                .ofMaxSize(3);
    }

    @Provide
    Arbitrary<List<Policy>> policies() {
        return Arbitraries.oneOf(
                        ids().map(BreakGlassPropertiesTest::voted),
                        ids().map(BreakGlassPropertiesTest::frozen),
                        ids().map(ids -> plain().broken(ids.toArray(String[]::new))))
                .list()
                .ofMaxSize(3);
    }

    private static Arbitrary<List<String>> ids() {
        return Arbitraries.of("S0ALL", "S0EVEN", "U0P0", "U0P1", "U0P3", "U0P4")
                .list()
                .uniqueElements()
                .ofMaxSize(3);
    }
}
