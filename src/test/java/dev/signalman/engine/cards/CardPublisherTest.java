package dev.signalman.engine.cards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.signalman.chat.MessengerException.Kind;
import dev.signalman.dispatch.Delivery;
import dev.signalman.dispatch.Invocation;
import dev.signalman.dispatch.Outcome;
import dev.signalman.engine.InstanceFixture;
import dev.signalman.engine.JournalModule;
import dev.signalman.engine.ManualClock;
import dev.signalman.engine.RecordingMessenger;
import dev.signalman.engine.SampleInvocations;
import dev.signalman.port.PipelineCardLocations;
import dev.signalman.storage.OnEachDatabase;
import dev.signalman.storage.TestDatabase;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@OnEachDatabase
class CardPublisherTest {
    private static final Duration A_MOMENT = Duration.ofMillis(150);
    private static final Duration A_LITTLE = Duration.ofMillis(100);
    private static final int MOST_MORE = 20;

    private final RecordingMessenger slack = new RecordingMessenger();
    private final ManualClock clock = new ManualClock();
    private final InstanceFixture instance;
    private int said;

    CardPublisherTest(TestDatabase kind) {
        instance = new InstanceFixture(kind.migrated(JournalModule.MIGRATIONS), clock, slack);
    }

    @AfterEach
    void close() {
        instance.close();
    }

    @Test
    void aChannelGetsOneMessageASecondInTheOrderInWhichTheyWereMade() {
        say(
                SampleInvocations.toChannel("C1", "one"),
                SampleInvocations.toChannel("C1", "two"),
                SampleInvocations.toChannel("C1", "three"));
        seen("post C1 one");
        later(Duration.ofMillis(900));
        seen("post C1 one");
        later(Duration.ofMillis(100));
        seen("post C1 one", "post C1 two");
        later(Duration.ofSeconds(1));
        seen("post C1 one", "post C1 two", "post C1 three");
    }

    @Test
    void aBusyChannelHoldsUpNoOther() {
        say(
                SampleInvocations.toChannel("C1", "one"),
                SampleInvocations.toChannel("C1", "two"),
                SampleInvocations.toChannel("C2", "elsewhere"));
        await().untilAsserted(
                        () -> assertThat(slack.sent()).containsExactlyInAnyOrder("post C1 one", "post C2 elsewhere"));
    }

    @Test
    void changesOfACardThatComeTooFastAreMerged() {
        say(SampleInvocations.pipeline("C1", "p", null, "queued"));
        seen("post C1 queued");
        say(SampleInvocations.pipeline("C1", "p", null, "running 1"));
        seen("post C1 queued", "update C1 1.0 running 1");
        say(SampleInvocations.pipeline("C1", "p", null, "running 2"));
        say(SampleInvocations.pipeline("C1", "p", null, "running 3"));
        say(SampleInvocations.pipeline("C1", "p", null, "passed"));
        later(Duration.ofSeconds(1));
        seen("post C1 queued", "update C1 1.0 running 1", "update C1 1.0 passed");
    }

    @Test
    void whatIsShownAlreadyIsNotSentAgain() {
        say(SampleInvocations.pipeline("C1", "p", null, "queued"));
        seen("post C1 queued");
        later(Duration.ofSeconds(5));
        say(SampleInvocations.pipeline("C1", "p", null, "queued"));
        later(Duration.ofSeconds(5));
        seen("post C1 queued");
    }

    @Test
    void furtherMessagesOfARequestAreChangedWhereSlackPutThem() {
        say(SampleInvocations.copy("UANN", "waits"));
        seen("post UANN waits");
        later(Duration.ofSeconds(1));
        say(SampleInvocations.copies("voted"));
        seen("post UANN waits", "update DANN 1.0 voted");
    }

    @Test
    void aFurtherMessageThatSlackDoesNotTakeIsLetGoForGood() {
        slack.failNext("post UANN", Kind.NO_PLACE);
        say(SampleInvocations.copy("UANN", "waits"), SampleInvocations.copy("UBEN", "waits"));
        seen("post UBEN waits");
        await().untilAsserted(() -> assertThat(slack.failedAsTold()).isTrue());
        later(Duration.ofSeconds(1));
        say(SampleInvocations.copies("voted"));
        seen("post UBEN waits", "update DBEN 1.0 voted");
        later(Duration.ofSeconds(5));
        seen("post UBEN waits", "update DBEN 1.0 voted");
    }

    @Test
    void aPromotedPipelineStandsInTheThreadOfItsParentsCard() {
        say(
                SampleInvocations.pipeline("C1", "child", "parent", "deploying"),
                SampleInvocations.pipeline("C2", "other", null, "elsewhere"));
        await().untilAsserted(() -> assertThat(slack.sent("post C1")).containsExactly("post C1 deploying"));
        say(
                SampleInvocations.pipeline("C1", "web", null, "passed"),
                SampleInvocations.pipeline("C1", "deploy", "web", "deploying web"));
        await().untilAsserted(() -> {
            later(Duration.ofSeconds(1));
            assertThat(slack.sent("post C1")).hasSize(3);
        });
        assertThat(slack.sent("post C1").get(1)).isEqualTo("post C1 passed");
        assertThat(slack.sent("post C1").get(2)).matches("post C1 in [0-9]+\\.0 deploying web");
    }

    @Test
    void aGrandchildStandsInTheSameThread() {
        say(SampleInvocations.pipeline("C1", "a", null, "first"));
        seen("post C1 first");
        later(Duration.ofSeconds(2));
        say(SampleInvocations.pipeline("C1", "b", "a", "second"));
        seen("post C1 first", "post C1 in 1.0 second");
        later(Duration.ofSeconds(2));
        say(SampleInvocations.pipeline("C1", "c", "b", "third"));
        seen("post C1 first", "post C1 in 1.0 second", "post C1 in 1.0 third");
    }

    @Test
    void slacksRetryAfterIsObeyedForTheMethodItNames() {
        say(SampleInvocations.pipeline("C1", "p", null, "queued"));
        seen("post C1 queued");
        later(Duration.ofSeconds(2));
        slack.failNext("post C1", Kind.LIMITED, Duration.ofSeconds(30));
        say(SampleInvocations.toChannel("C1", "news"));
        settled();
        say(SampleInvocations.pipeline("C1", "p", null, "running"));
        seen("post C1 queued", "update C1 1.0 running");
        later(Duration.ofSeconds(29));
        seen("post C1 queued", "update C1 1.0 running");
        later(Duration.ofSeconds(1));
        seen("post C1 queued", "update C1 1.0 running", "post C1 news");
    }

    @Test
    void whatSlackDidNotAnswerIsTriedAgainAndLaterMessagesWait() {
        slack.failNext("post C1 one", Kind.UNREACHABLE);
        say(SampleInvocations.toChannel("C1", "one"), SampleInvocations.toChannel("C1", "two"));
        settled();
        assertThat(slack.sent()).isEmpty();
        later(Duration.ofSeconds(1));
        seen("post C1 one");
        later(Duration.ofSeconds(1));
        seen("post C1 one", "post C1 two");
    }

    @Test
    void aMessageWhoseBlocksSlackRefusesIsSentPlain() {
        slack.failNext("post C1", Kind.MALFORMED);
        say(SampleInvocations.toChannel("C1", "odd"));
        await().untilAsserted(() -> {
            later(Duration.ofSeconds(1));
            assertThat(slack.sent()).containsExactly("post C1 odd (plain)");
        });
    }

    @Test
    void aMessageThatIsRefusedEvenPlainHoldsUpNobody() {
        slack.failNext("post C1 odd", Kind.MALFORMED);
        slack.failNext("post C1 odd", Kind.MALFORMED);
        say(SampleInvocations.toChannel("C1", "odd"), SampleInvocations.toChannel("C1", "next"));
        await().untilAsserted(() -> {
            later(Duration.ofSeconds(1));
            assertThat(slack.sent("post")).containsExactly("post C1 next");
        });
        await().untilAsserted(() -> assertThat(slack.sent("respond")).hasSize(1));
    }

    @Test
    void aClockThatIsSetBackHoldsUpNothing() {
        slack.failNext("post C1 two", Kind.UNREACHABLE);
        slack.failNext("respond", Kind.UNREACHABLE);
        say(
                SampleInvocations.toChannel("C1", "one"),
                SampleInvocations.pipeline("C2", "p", null, "queued"),
                SampleInvocations.toAsker("hello"));
        await().untilAsserted(() -> assertThat(slack.sent()).hasSize(2));
        say(SampleInvocations.toChannel("C1", "two"), SampleInvocations.pipeline("C2", "p", null, "running"));
        await().untilAsserted(() -> assertThat(slack.sent("update")).hasSize(1));
        await().until(() -> {
            later(Duration.ofSeconds(1));
            return slack.failedAsTold();
        });
        say(SampleInvocations.pipeline("C2", "p", null, "passed"));
        later(Duration.ofHours(-3));
        await().untilAsserted(() -> {
            instance.pump();
            assertThat(slack.sent())
                    .contains("post C1 two")
                    .anySatisfy(call -> assertThat(call).startsWith("update C2").endsWith("passed"))
                    .anySatisfy(call -> assertThat(call).endsWith("hello"));
        });
    }

    @Test
    void whatCannotBePostedIsToldToWhoeverAsked() {
        slack.failNext("post C1", Kind.NO_PLACE);
        say(SampleInvocations.toChannel("C1", "secret place"));
        seen("respond https://hooks/said1 secret place");
        assertThat(instance.count("select count(*) from cards where gave_up is not null"))
                .isOne();
    }

    @Test
    void whoeverAsksForACardThatNobodyAskedForBeforeIsToldToo() {
        slack.failNext("post C1", Kind.NO_PLACE);
        saysToItself(SampleInvocations.pipeline("C1", "p", null, "deploying"));
        settled();
        slack.failNext("post C1", Kind.NO_PLACE);
        say(SampleInvocations.pipeline("C1", "p", null, "deploying for Bob"));
        seen("respond https://hooks/said2 deploying for Bob");
    }

    @Test
    void aUsedUpUrlGivesWayToAWhisper() {
        slack.failNext("respond", Kind.USED_UP);
        say(SampleInvocations.toAsker("hello"));
        seen("whisper C1 UBOB hello");
    }

    @Test
    void anOldUrlIsNotUsed() {
        slack.failNext("respond", Kind.UNREACHABLE);
        say(SampleInvocations.toAsker("hello"));
        settled();
        later(Duration.ofMinutes(29));
        seen("whisper C1 UBOB hello");
    }

    @Test
    void aCardWhoseMessageSomebodyDeletedIsLetGoUntilSomebodyAsksForSomething() {
        say(SampleInvocations.pipeline("C1", "p", null, "queued"));
        seen("post C1 queued");
        slack.failNext("update C1 1.0", Kind.NO_MESSAGE);
        say(SampleInvocations.pipeline("C1", "p", null, "running"));
        settled();
        saysToItself(new Delivery.PipelineEverywhere("p", SampleInvocations.card("running on")));
        saysToItself(SampleInvocations.pipeline("C1", "p", null, "passed"));
        later(Duration.ofSeconds(2));
        settled();
        seen("post C1 queued");
        assertThat(instance.get(PipelineCardLocations.class).any("p")).isFalse();
        say(SampleInvocations.pipeline("C1", "p", null, "passed again"));
        seen("post C1 queued", "post C1 passed again");
        assertThat(instance.get(PipelineCardLocations.class).channels("p")).containsExactly("C1");
    }

    private void saysToItself(Delivery delivery) {
        concluded(SampleInvocations.byNobody("said" + ++said, clock.instant()), delivery);
    }

    private void say(Delivery... deliveries) {
        concluded(SampleInvocations.typed("said" + ++said, "status", clock.instant()), deliveries);
    }

    private void concluded(Invocation invocation, Delivery... deliveries) {
        instance.works(claim -> instance.journal().conclude(claim, Outcome.deliver(deliveries)));
        instance.intake().take(invocation);
        await().untilAsserted(() -> assertThat(instance.count(
                        "select count(*) from inbox where due_at is null and id = '" + invocation.id() + "'"))
                .isOne());
    }

    private void later(Duration time) {
        clock.pass(time);
        instance.pump();
    }

    /** Waits until every possible attempt was made, and every ordered failure happened. */
    private void settled() {
        await().until(() -> instance.idle() && slack.failedAsTold());
    }

    /**
     * Exactly these calls are made, now or soon. On a busy machine a call may come only after the clock was moved, and
     * its pause begins then. So while a call is missing, a little more time passes, but less than would hide a pause
     * that is too long.
     */
    private void seen(String... calls) {
        var more = new AtomicInteger(MOST_MORE);
        await().pollDelay(A_MOMENT).pollInterval(A_MOMENT).untilAsserted(() -> {
            if (slack.sent().size() < calls.length && more.getAndDecrement() > 0) {
                later(A_LITTLE);
            }
            assertThat(slack.sent()).containsExactly(calls);
        });
    }
}
