package dev.signalman.ruling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalman.chat.MessengerException;
import dev.signalman.command.Grant;
import dev.signalman.command.Promote;
import dev.signalman.command.Refusal;
import dev.signalman.command.Subject;
import dev.signalman.dispatch.Invocation;
import dev.signalman.dispatch.Origin;
import dev.signalman.dispatch.Outcome;
import dev.signalman.semaphore.SemaphoreException;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class JudgeTest {
    private static final Wish WISH = SampleWishes.production();
    private static final Invocation SOMEBODY_ASKS = new Invocation(
            "i1", SampleWishes.ALICE, WISH.place(), "promote production", new Origin.Typed(), Instant.EPOCH, null);

    /** Returns given judgements, or throws a given exception. */
    private record Told(
            RuleTopic topic, List<Judgement> says, @Nullable RuntimeException thrown) implements Rule<String> {
        static Told of(RuleTopic topic, Verdict verdict) {
            return new Told(topic, List.of(Judgement.of(topic, verdict, topic + " is " + verdict + ".")), null);
        }

        @Override
        public String gather(Wish wish) {
            if (thrown != null) {
                throw thrown;
            }
            return "facts";
        }

        @Override
        public List<Judgement> judge(Wish wish, String facts) {
            return says;
        }
    }

    private static final class NoRequests implements ApprovalRequests {
        @Override
        public Outcome open(Wish wish, Promote pinned, Decision decision, Invocation invocation) {
            throw decision.refusal();
        }

        @Override
        public Outcome breakGlass(Wish wish, Promote pinned, Invocation invocation) {
            throw new AssertionError("Nobody breaks a glass");
        }

        @Override
        public Optional<Parties> parties(Grant grant) {
            return Optional.empty();
        }

        @Override
        public Wish asAsked(Wish wish) {
            return wish;
        }
    }

    private static Decision by(Rule<?>... rules) {
        return new Judge(new LinkedHashSet<>(List.of(rules))).judge(WISH);
    }

    @Test
    void whereNobodyHasARuleNothingIsGranted() {
        assertThat(by().granted()).isFalse();
        assertThat(by().mayBeAskedFor()).isFalse();
        assertThat(by().refusal()).hasMessage("No rule allows this. Please report it to your Signalman admin.");
    }

    @Test
    void aRuleThatSaysNothingIsNotMet() {
        var decision = by(Told.of(RuleTopic.PIPELINE, Verdict.MET), new Told(RuleTopic.LOCK, List.of(), null));

        assertThat(decision.granted()).isFalse();
        assertThat(decision.about(RuleTopic.LOCK))
                .extracting(Judgement::verdict)
                .containsExactly(Verdict.UNKNOWN);
    }

    @Test
    void aRuleWhoseFactsCannotBeReadIsNotMetAndTheOthersAreStillAsked() {
        var slack = new MessengerException(MessengerException.Kind.UNREACHABLE, "no answer");
        var semaphore = new SemaphoreException(SemaphoreException.Kind.UNREACHABLE, "no answer", false);
        var decision = by(
                new Told(RuleTopic.APPROVALS, List.of(Judgement.met(RuleTopic.APPROVALS, "x")), slack),
                new Told(RuleTopic.OVERTAKEN, List.of(Judgement.met(RuleTopic.OVERTAKEN, "x")), semaphore),
                Told.of(RuleTopic.LOCK, Verdict.MET));

        assertThat(decision.granted()).isFalse();
        assertThat(decision.judgements())
                .extracting(Judgement::verdict)
                .containsExactly(Verdict.UNKNOWN, Verdict.MET, Verdict.UNKNOWN);
        assertThat(decision.refusal().sentences())
                .contains(
                        "I can't do this without an answer from Slack",
                        "Semaphore is unreachable or too slow right now.");
    }

    @ParameterizedTest
    @EnumSource(value = Verdict.class, names = "MET", mode = EnumSource.Mode.EXCLUDE)
    void oneRuleThatIsNotMetIsEnoughToRefuse(Verdict verdict) {
        var decision = by(Told.of(RuleTopic.PIPELINE, Verdict.MET), Told.of(RuleTopic.LOCK, verdict));

        assertThat(decision.granted()).isFalse();
        assertThatThrownBy(() -> throughTheGate(decision))
                .isInstanceOf(Refusal.class)
                .hasMessage("LOCK is " + verdict + ".");
    }

    private static Outcome throughTheGate(Decision decision) {
        var judge = new Judge(Set.of());
        var pinned = new Promote("production", new Subject.Unsaid(), Map.of(), false, true, null);
        return new Gate(judge, new NoRequests()).pass(WISH, decision, pinned, SOMEBODY_ASKS, () -> {
            throw new AssertionError("It went");
        });
    }

    @Test
    void judgementsStandInTheOrderOfTheirTopics() {
        var decision = by(
                Told.of(RuleTopic.PARAMETERS, Verdict.MET),
                Told.of(RuleTopic.LOCK, Verdict.MET),
                Told.of(RuleTopic.PIPELINE, Verdict.MET));

        assertThat(decision.judgements())
                .extracting(Judgement::topic)
                .containsExactly(RuleTopic.PIPELINE, RuleTopic.LOCK, RuleTopic.PARAMETERS);
        assertThat(decision.granted()).isTrue();
    }

    @Property
    void itIsGrantedExactlyWhenThereIsARuleAndAllAreMet(@ForAll List<Verdict> verdicts) {
        var decision = decision(verdicts);

        assertThat(decision.granted())
                .isEqualTo(!verdicts.isEmpty() && verdicts.stream().allMatch(each -> each == Verdict.MET));
    }

    @Property
    void requestsAreOpenedOnlyWhereVotesAreMissingAndNothingElseForbids(@ForAll List<Verdict> verdicts) {
        var allowed = Set.of(Verdict.MET, Verdict.VOTES, Verdict.WAITS);

        assertThat(decision(verdicts).mayBeAskedFor())
                .isEqualTo(verdicts.contains(Verdict.VOTES) && allowed.containsAll(verdicts));
    }

    @Property
    void whatIsNotGrantedSaysWhy(@ForAll List<Verdict> verdicts) {
        var decision = decision(verdicts);

        assertThat(decision.granted() || !decision.refusal().sentences().isBlank())
                .isTrue();
    }

    private static Decision decision(List<Verdict> verdicts) {
        return new Decision(verdicts.stream()
                .map(each -> Judgement.of(RuleTopic.LOCK, each, "It is " + each + "."))
                .toList());
    }
}
