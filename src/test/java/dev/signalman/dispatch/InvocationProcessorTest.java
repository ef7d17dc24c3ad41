package dev.signalman.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalman.card.Card;
import dev.signalman.card.TextCard;
import dev.signalman.chat.People;
import dev.signalman.command.Command;
import dev.signalman.command.Grammar;
import dev.signalman.command.Help;
import dev.signalman.command.ListProjects;
import dev.signalman.command.Rerun;
import dev.signalman.command.Subject;
import dev.signalman.domain.Actor;
import dev.signalman.domain.Person;
import dev.signalman.domain.Place;
import dev.signalman.semaphore.SemaphoreException;
import java.net.URI;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How work comes to its end when something is in the way. */
final class InvocationProcessorTest {
    private static final String WORKFLOW = "acabe58e-4bcc-4d39-be06-e98d71917703";
    private static final Command RERUN = new Rerun(Subject.workflow(WORKFLOW));

    private final Grammar grammar = new Grammar(URI.create("https://acme.semaphoreci.com"));
    private final RecordingJournal journal = new RecordingJournal();
    private final ScriptedCarrier carrier = new ScriptedCarrier();
    private RuntimeException broken = new IllegalStateException("A bug");

    @Test
    void failedOutcomeWriteIsLeftToTheCallersRetry() {
        journal.brokenFor = 1;
        assertThatThrownBy(() -> work().on(claim("projects", null, 0))).isInstanceOf(IllegalStateException.class);
        assertThat(journal.told).isEmpty();
    }

    @Test
    void repeatedFailureIsShownToThePerson() {
        journal.brokenFor = 1;
        work().on(claim("projects", null, 6));
        assertThat(said(journal.concluded.get(0).deliveries())).contains("went wrong in Signalman", "bug-1");
    }

    @Test
    void internalCommandThatFailsIsRetried() {
        var claim = itself("help", 0);
        assertThatThrownBy(() -> work().on(claim)).isInstanceOf(IllegalStateException.class);
        assertThat(journal.told).isEmpty();

        work().on(itself("help", 6));
        assertThat(journal.told).containsExactly("concluded");
    }

    @Test
    void failureOfAPersonsCommandIsShownAtOnce() {
        work().on(claim("help", null, 0));
        assertThat(said(journal.concluded.get(0).deliveries())).contains("went wrong in Signalman", "bug-1");
    }

    @Test
    void anActIsRecordedBeforeAndAfterTheOneCall() {
        carrier.carries.add(ActResult.done("Rerun"));
        work().on(claim("rerun workflow " + WORKFLOW, null, 0));
        assertThat(journal.told).containsExactly("intended", "sending", "settled DONE");
        assertThat(carrier.carried).isEqualTo(1);
    }

    @Test
    void anActWhoseAnswerWasLostIsLookedForAndNotAskedForAgainWhenItHappened() {
        carrier.failsWith(true);
        carrier.probes.add(new ProbeResult.Happened(ActResult.done("Seen")));
        work().on(claim("rerun workflow " + WORKFLOW, null, 0));
        assertThat(journal.told).containsExactly("intended", "sending", "settled DONE");
        assertThat(carrier.carried).isEqualTo(1);
    }

    @Test
    void anActThatCertainlyDidNotHappenIsRefusedWithSemaphoresWords() {
        carrier.failsWith(false);
        work().on(claim("rerun workflow " + WORKFLOW, null, 0));
        assertThat(journal.told).containsExactly("intended", "sending", "settled REFUSED");
        assertThat(said(journal.settled.get(0).outcome().deliveries())).contains("Semaphore refused: no");
    }

    @Test
    void anActThatWasIntendedAndNotSentIsAskedForWithoutALook() {
        var pending = new Claim.Pending(
                new Act("token", actor(), Place.channel("C1"), Instant.EPOCH, null), grammar.print(RERUN), false);
        carrier.carries.add(ActResult.done("Rerun"));
        work().on(claim("rerun workflow " + WORKFLOW, pending, 0));
        assertThat(journal.told).containsExactly("sending", "settled DONE");
        assertThat(carrier.carried).isEqualTo(1);
    }

    @Test
    void whatIsNotSeenIsLookedForLaterAndInTheEndSaidToBeUnknown() {
        var pending = new Claim.Pending(
                new Act("token", actor(), Place.channel("C1"), Instant.EPOCH, null), grammar.print(RERUN), true);
        carrier.probes.add(new ProbeResult.NotSeen("It has not shown up."));
        work().on(claim("rerun workflow " + WORKFLOW, pending, 2));
        assertThat(journal.told).containsExactly("later PT4S");
        carrier.probes.add(new ProbeResult.NotSeen("It has not shown up."));
        work().on(claim("rerun workflow " + WORKFLOW, pending, 8));
        assertThat(journal.told).containsExactly("later PT4S", "settled UNKNOWN");
        assertThat(carrier.carried).isZero();
        assertThat(said(journal.settled.get(0).outcome().deliveries()))
                .contains(
                        "It has not shown up.",
                        "It may have worked, so I didn't try again. Check in Semaphore before you repeat it.");
    }

    @Test
    void whatMayBeRepeatedIsAskedForTwiceMoreAndNoMore() {
        var pending = new Claim.Pending(
                new Act("token", actor(), Place.channel("C1"), Instant.EPOCH, null), grammar.print(RERUN), true);
        carrier.failsWith(true);
        for (int look = 0; look < 4; look++) {
            carrier.probes.add(new ProbeResult.MayBeRepeated("Nobody knows."));
        }
        work().on(claim("rerun workflow " + WORKFLOW, pending, 1));
        assertThat(journal.told).containsExactly("sending", "later PT2S");
        work().on(claim("rerun workflow " + WORKFLOW, pending, 2));
        assertThat(journal.told).containsExactly("sending", "later PT2S", "sending", "settled UNKNOWN");
        assertThat(carrier.carried).isEqualTo(2);
    }

    @Test
    void aBrokenConnectionToTheDatabaseDelaysWhatAPersonAskedForAndRefusesNothing() {
        var cut = new SQLException("An I/O error occurred while sending to the backend.", "08006");
        broken = new IllegalStateException("Looking for the lock", new IllegalStateException(cut));
        assertThatThrownBy(() -> work().on(claim("help", null, 0))).hasMessageContaining("Looking for the lock");
        assertThat(journal.told).isEmpty();

        work().on(claim("help", null, 6));
        assertThat(said(journal.concluded.get(0).deliveries())).contains("went wrong in Signalman", "bug-1");
    }

    @Test
    void anActThatThisVersionCannotReadComesToItsEndAndIsKept() {
        var pending = new Claim.Pending(
                new Act("token", actor(), Place.channel("C1"), Instant.EPOCH, "{}"), "teleport web to mars", true);
        work().on(claim("rerun workflow " + WORKFLOW, pending, 6));
        assertThat(journal.told).containsExactly("settled UNKNOWN");
        assertThat(journal.entries)
                .containsExactly(LedgerEntry.act(
                        new Actor("U0ALICE", "Alice", null),
                        Place.channel("C1"),
                        "teleport web to mars",
                        "{}",
                        ActResult.State.UNKNOWN,
                        "Gave up"));
    }

    @Test
    void howAnActEndedIsKeptWithItsPinnedLine() {
        carrier.failsWith(false);
        work().on(claim("rerun workflow " + WORKFLOW, null, 0));
        assertThat(journal.entries).hasSize(1);
        assertThat(journal.entries.get(0).line()).isEqualTo("rerun workflow " + WORKFLOW);
        assertThat(journal.entries.get(0).outcome()).isEqualTo(ActResult.State.REFUSED);
        assertThat(journal.entries.get(0).words()).contains("Semaphore refused: no");
    }

    @Test
    void refusalBecauseTheMutexIsHeldIsKeptInTheLedger() {
        journal.occupied = true;
        work().on(claim("rerun workflow " + WORKFLOW, null, 0));
        assertThat(journal.concluded).hasSize(1);
        assertThat(journal.concluded.get(0).entries())
                .extracting(LedgerEntry::words, LedgerEntry::outcome)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("On its way", ActResult.State.REFUSED));
    }

    @Test
    void whatOthersPassByAgainAndAgainIsDecidedTenTimesAndThenPutAside() {
        var mutex = new ActMutex("web", TextCard.of("On its way"));
        journal.inTheWay.add(() -> ActMutexHeldException.after(mutex, Set.of("i" + journal.intended)));
        assertThatThrownBy(() -> work().on(claim("rerun workflow " + WORKFLOW, null, 0)))
                .isInstanceOf(StaleDecisionException.class);
        assertThat(journal.intended).isEqualTo(10);
        assertThat(journal.told).isEmpty();
    }

    @Test
    void whatOthersPassByAndWhatChangesMeanwhileAreCountedTogether() {
        var mutex = new ActMutex("web", TextCard.of("On its way"));
        journal.inTheWay.add(() -> ActMutexHeldException.after(mutex, Set.of("i" + journal.intended)));
        journal.inTheWay.add(() -> new StaleDecisionException("The lock"));
        assertThatThrownBy(() -> work().on(claim("rerun workflow " + WORKFLOW, null, 0)))
                .isInstanceOf(StaleDecisionException.class);
        assertThat(journal.intended).isEqualTo(10);
    }

    @Test
    void whatWasPassedByNineTimesIsDoneAtTheTenth() {
        var mutex = new ActMutex("web", TextCard.of("On its way"));
        journal.inTheWay.add(() -> ActMutexHeldException.after(mutex, Set.of("i" + journal.intended)));
        journal.inTheWay.add(() -> new StaleDecisionException("The lock"));
        journal.inTheWayFor = 9;
        carrier.carries.add(ActResult.done("Rerun"));
        work().on(claim("rerun workflow " + WORKFLOW, null, 0));
        assertThat(journal.told).containsExactly("intended", "sending", "settled DONE");
    }

    private InvocationProcessor work() {
        Handler<ListProjects> lists = (command, invocation) -> Outcome.answer(TextCard.of("web"));
        Handler<Rerun> reruns =
                (command, invocation) -> Outcome.act(RERUN, new ActMutex("web", TextCard.of("On its way")));
        Handler<Help> breaks = (command, invocation) -> {
            throw broken;
        };
        var failureCards = new FailureCards(() -> "bug-1");
        var books = new LedgerEntryFactory(grammar);
        var dispatcher = new Dispatcher(
                grammar,
                Map.of(ListProjects.class, lists, Rerun.class, reruns, Help.class, breaks),
                Set.of(),
                failureCards,
                books);
        var acts = new ActRunner(
                Map.of(Rerun.class, carrier),
                journal,
                new EphemeralSecrets(new NoMessenger(), new NoRenderer(), () -> "key"),
                grammar,
                (verb, state) -> {},
                books);
        return new InvocationProcessor(dispatcher, grammar, journal, acts, new OnlyMembers(), failureCards, books);
    }

    private static Claim claim(String line, Claim.@Nullable Pending pending, int attempts) {
        var invocation =
                new Invocation("i1", actor(), Place.channel("C1"), line, new Origin.Typed(), Instant.EPOCH, null);
        return new Claim(invocation, pending, attempts);
    }

    private static Claim itself(String line, int attempts) {
        var nobody = new Actor("", "", null);
        var invocation =
                new Invocation("i1", nobody, Place.channel(""), line, new Origin.Itself("i0"), Instant.EPOCH, null);
        return new Claim(invocation, null, attempts);
    }

    private static Actor actor() {
        return new Actor("U0ALICE", "alice", null);
    }

    private static String said(List<Delivery> deliveries) {
        return String.join(
                " ", deliveries.stream().map(Delivery::card).map(Card::toString).toList());
    }

    /** Does and sees what it is told to, in order. */
    private static final class ScriptedCarrier implements ActExecutor<Rerun> {
        final Queue<ActResult> carries = new ArrayDeque<>();
        final Queue<ProbeResult> probes = new ArrayDeque<>();
        boolean fails;
        boolean mayHaveActed;
        int carried;

        void failsWith(boolean mayHaveActed) {
            this.fails = true;
            this.mayHaveActed = mayHaveActed;
        }

        @Override
        public ActResult carry(Rerun pinned, Act act) {
            carried++;
            if (fails) {
                throw new SemaphoreException(SemaphoreException.Kind.REFUSED, "no", mayHaveActed);
            }
            return carries.remove();
        }

        @Override
        public ProbeResult lookFor(Rerun pinned, Act act) {
            return probes.remove();
        }
    }

    /** Everybody is a full member. */
    private static final class OnlyMembers implements People {
        @Override
        public Person find(String userId) {
            return new Person(userId, "Alice", "", Person.Standing.MEMBER);
        }

        @Override
        public Optional<Person> withEmail(String email) {
            return Optional.empty();
        }

        @Override
        public boolean inGroup(String userId, String groupId) {
            return false;
        }

        @Override
        public String nameOf(String id) {
            return id.startsWith("S") ? id : find(id).name();
        }

        @Override
        public void forget() {}
    }
}
