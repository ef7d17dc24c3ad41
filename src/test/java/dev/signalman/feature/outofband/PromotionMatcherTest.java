package dev.signalman.feature.outofband;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.dispatch.ActResult;
import dev.signalman.domain.Actor;
import dev.signalman.domain.Promotion;
import dev.signalman.port.ActsByMutex.Gone;
import dev.signalman.subject.TargetPromotionHistory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which act made which promotion. Times are seconds after noon. */
class PromotionMatcherTest {
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    private static Promotion promotion(int at) {
        return promotion(at, "somebody");
    }

    private static Promotion promotion(int at, String by) {
        return new Promotion("production", NOON.plusSeconds(at), by, false, Promotion.Status.PASSED, "deploy-" + at);
    }

    private static Gone act(String id, int from, int to, ActResult.@Nullable State state) {
        return new Gone(
                id,
                new Actor("U0ALICE", "Alice", null),
                "promote production",
                NOON.plusSeconds(from),
                state == null ? null : NOON.plusSeconds(to),
                state);
    }

    private static @Nullable String madeBy(PromotionMatcher promotionMatcher, Promotion promotion) {
        return promotionMatcher.actOf(promotion).map(Gone::invocationId).orElse(null);
    }

    @Test
    void anActThatWasDoneMadeThePromotionThatCameWhileItWent() {
        var promotionMatcher = new PromotionMatcher(
                List.of(promotion(10), promotion(21), promotion(40)), List.of(act("a", 20, 22, ActResult.State.DONE)));
        assertThat(madeBy(promotionMatcher, promotion(21))).isEqualTo("a");
        assertThat(madeBy(promotionMatcher, promotion(10))).isNull();
        assertThat(madeBy(promotionMatcher, promotion(40))).isNull();
        assertThat(promotionMatcher.undecided(promotion(40))).isFalse();
    }

    private static List<String> standing(List<Gone> acts, List<Promotion> promotions, int... deniedAt) {
        var denied = Arrays.stream(deniedAt)
                .mapToObj(at -> new TargetPromotionHistory.Denial("prod", "", NOON.plusSeconds(at)))
                .toList();
        return PromotionMatcher.standing(acts, promotions, denied).stream()
                .map(Gone::invocationId)
                .toList();
    }

    @Test
    void anActThatATargetTurnedAwayMadeNothing() {
        var act = List.of(act("a", 20, 22, ActResult.State.DONE));
        assertThat(standing(act, List.of(), 21)).isEmpty();
        assertThat(standing(act, List.of(promotion(4_000)), 21)).isEmpty();
        assertThat(standing(act, List.of(promotion(21)), 30)).containsExactly("a");
        assertThat(standing(act, List.of())).containsExactly("a");
    }

    @Test
    void whatWasPromotedAfterATargetTurnedALongActAwayIsNotItsWork() {
        var act = List.of(act("a", 0, 600, ActResult.State.DONE));
        assertThat(standing(act, List.of(promotion(400)), 2)).isEmpty();
        assertThat(standing(act, List.of(promotion(2)), 400))
                .as("somebody else was turned away later")
                .containsExactly("a");
    }

    @Test
    void aDenialStandsForOneAct() {
        var acts = List.of(act("a", 0, 2, ActResult.State.DONE), act("b", 10, 12, ActResult.State.DONE));
        assertThat(standing(acts, List.of(), 1)).containsExactly("b");
    }

    @Test
    void clocksThatDifferDoNotMakeItSomebodyElses() {
        var promotionMatcher =
                new PromotionMatcher(List.of(promotion(-900)), List.of(act("a", 20, 22, ActResult.State.DONE)));
        assertThat(madeBy(promotionMatcher, promotion(-900))).isEqualTo("a");
    }

    @Test
    void anActMakesOnePromotionAndNoMore() {
        var promotionMatcher = new PromotionMatcher(
                List.of(promotion(20), promotion(21)), List.of(act("a", 20, 22, ActResult.State.DONE)));
        assertThat(madeBy(promotionMatcher, promotion(20))).isEqualTo("a");
        assertThat(madeBy(promotionMatcher, promotion(21))).isNull();
    }

    @Test
    void whatWasRefusedMadeNone() {
        var promotionMatcher =
                new PromotionMatcher(List.of(promotion(21)), List.of(act("a", 20, 22, ActResult.State.REFUSED)));
        assertThat(madeBy(promotionMatcher, promotion(21))).isNull();
        assertThat(promotionMatcher.undecided(promotion(21))).isFalse();
    }

    @Test
    void whileAnActIsOpenNothingThatCameAfterItsBeginIsSomebodyElses() {
        var promotionMatcher =
                new PromotionMatcher(List.of(promotion(21), promotion(9_000)), List.of(act("a", 20, 0, null)));
        assertThat(promotionMatcher.undecided(promotion(21))).isTrue();
        assertThat(promotionMatcher.undecided(promotion(9_000))).isTrue();
        assertThat(promotionMatcher.undecided(promotion(-7_200))).isFalse();
    }

    @Test
    void anActThatMayHaveHappenedTakesOnlyWhatCameSoonAndLeavesOthersTheirs() {
        var acts = List.of(act("lost", 0, 60, ActResult.State.UNKNOWN), act("done", 100, 102, ActResult.State.DONE));
        var both = new PromotionMatcher(List.of(promotion(30), promotion(101)), acts);
        assertThat(madeBy(both, promotion(30))).isEqualTo("lost");
        assertThat(madeBy(both, promotion(101))).isEqualTo("done");
        var one = new PromotionMatcher(List.of(promotion(101)), acts);
        assertThat(madeBy(one, promotion(101))).isEqualTo("done");
        var late = new PromotionMatcher(List.of(promotion(2_000)), acts.subList(0, 1));
        assertThat(madeBy(late, promotion(2_000))).isNull();
    }

    @Test
    void whatSemaphoreMadeItselfIsNoActs() {
        var own = promotion(21, Promotion.AUTOMATIC);
        var promotionMatcher = new PromotionMatcher(List.of(own), List.of(act("a", 20, 22, ActResult.State.DONE)));
        assertThat(madeBy(promotionMatcher, own)).isNull();
    }

    @Property
    void eachActThatWasDoneHasAPromotionOfItsOwnWhateverOthersPromoteBetween(
            @ForAll("moments") List<Integer> acts, @ForAll("moments") List<Integer> others) {
        var done = new ArrayList<Gone>();
        var promotions = new ArrayList<Promotion>();
        for (int n = 0; n < acts.size(); n++) {
            done.add(act("a" + n, acts.get(n) * 10, acts.get(n) * 10 + 2, ActResult.State.DONE));
            promotions.add(promotion(acts.get(n) * 10 + 1));
        }
        others.forEach(at -> promotions.add(promotion(at * 10 + 6)));
        var promotionMatcher = new PromotionMatcher(promotions, done);
        var seen = new HashSet<String>();
        for (int n = 0; n < acts.size(); n++) {
            assertThat(madeBy(promotionMatcher, promotions.get(n))).isEqualTo("a" + n);
            assertThat(seen.add("a" + n)).isTrue();
        }
        assertThat(promotions.subList(acts.size(), promotions.size()))
                .allSatisfy(each -> assertThat(madeBy(promotionMatcher, each)).isNull());
    }

    @Provide
    Arbitrary<List<Integer>> moments() {
        return Arbitraries.integers()
                .between(0, 300)
                .list()
                .uniqueElements()
                .ofMaxSize(12)
                .map(all -> all.stream().sorted().toList());
    }
}
