package dev.signalman.slack.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.signalman.dispatch.Intake.Taking;
import dev.signalman.dispatch.IntakeFailedException;
import dev.signalman.simulator.slack.SimulatedPerson;
import dev.signalman.simulator.slack.SlackDelivery;
import dev.signalman.simulator.slack.SlackFault;
import dev.signalman.simulator.slack.SocketModeServer;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The handling of socket envelopes. */
@Timeout(60)
final class EnvelopeProcessorTest {
    private final SocketFixture line = new SocketFixture().open();

    EnvelopeProcessorTest() throws IOException {}

    @AfterEach
    void close() {
        line.close();
    }

    @Test
    void aCommandIsTakenWithItsVeryWordsAndAcknowledgedWithNone() {
        var delivery = line.says("run web@main NAME=\"größer & <b>\" + 100%");

        assertThat(delivery.taken()).isTrue();
        assertThat(delivery.answer()).isEmpty();
        assertThat(line.taken).containsExactly("run web@main NAME=\"größer & <b>\" + 100%");
    }

    @Test
    void whatIsLongComesWhole() {
        var line = "run web NAME=" + "ü".repeat(200_000);
        assertThat(this.line.says(line).taken()).isTrue();
        assertThat(this.line.taken).containsExactly(line);
    }

    @Test
    void nothingIsAcknowledgedBeforeItWasTaken() throws Exception {
        var committed = new CountDownLatch(1);
        var begun = new CountDownLatch(1);
        line.intake = invocation -> {
            begun.countDown();
            awaited(committed);
            return Taking.NEW;
        };
        var delivery = CompletableFuture.supplyAsync(() -> line.says("rerun web"));
        begun.await();
        assertThat(delivery).isNotDone();
        committed.countDown();
        assertThat(delivery.get(10, TimeUnit.SECONDS).taken()).isTrue();
    }

    @Test
    void manyAreTakenAtOnce() throws Exception {
        var together = new CountDownLatch(8);
        line.intake = invocation -> {
            together.countDown();
            awaited(together); // none returns before all have arrived
            return Taking.NEW;
        };
        var deliveries = new ArrayList<CompletableFuture<Boolean>>();
        for (int i = 0; i < 8; i++) {
            var said = "rerun web" + i;
            deliveries.add(
                    CompletableFuture.supplyAsync(() -> line.says(said).taken(), each -> new Thread(each).start()));
        }
        for (var delivery : deliveries) {
            assertThat(delivery.get(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void whoseCommandIsNotTakenIsToldSoInTheAcknowledgement() {
        line.intake = invocation -> {
            throw new IntakeFailedException(new SQLException("the database is away"));
        };
        assertThat(line.says("rerun web").taken()).isTrue();
        assertThat(line.told()).startsWith("Not taken, try again");
    }

    /** Nobody waits for an event's answer, and Slack sends it again. */
    @Test
    void anEventThatIsNotTakenIsNotAcknowledgedSoThatItComesAgain() {
        line.slack.add(SimulatedPerson.member(line.slack.app().botUserId(), "Signalman")
                .as(SimulatedPerson.Standing.BOT));
        line.slack.waitsForAnswers(Duration.ofMillis(500));
        var usual = line.intake;
        line.intake = invocation -> {
            throw new IntakeFailedException(new SQLException("the database is away"));
        };
        var mention = line.slack
                .writes(SocketFixture.ALICE, SocketFixture.BUILDS, "@Signalman rerun web")
                .orElseThrow();
        assertThat(mention.taken()).isFalse();
        line.intake = usual;
        line.slack.waitsForAnswers(Duration.ofSeconds(3));
        assertThat(line.slack.redelivers(mention).taken()).isTrue();
        assertThat(line.taken).containsExactly("rerun web");
    }

    @Test
    void aDatabaseThatHangsDoesNotKeepSlackWaiting() {
        var back = new CountDownLatch(1);
        line.intake = invocation -> {
            awaited(back);
            return Taking.NEW;
        };
        assertThat(line.says("rerun web").taken()).isTrue();
        assertThat(line.told()).startsWith("Perhaps not taken");
        back.countDown();
    }

    @Test
    void whatIsDeliveredAgainIsTakenOnce() {
        var delivery = line.says("rerun web");
        var again = line.slack.redelivers(delivery);

        assertThat(again.taken()).isTrue();
        assertThat(line.taken).containsExactly("rerun web");
    }

    @Test
    void anAcknowledgementThatIsLostWithItsSocketIsMadeUpForOnTheNext() {
        line.slack.faults().next(SocketModeServer.ACKNOWLEDGEMENT, new SlackFault.ConnectionLost());
        var lost = line.says("rerun web");
        assertThat(lost.taken()).isFalse();
        line.awaitOpen();
        await().until(() -> line.slack.redelivers(lost).taken());

        assertThat(line.taken).containsExactly("rerun web");
    }

    @Test
    void aSocketThatIsCutWhileItsEnvelopeIsTakenDoesNotUndoTheTaking() throws Exception {
        var begun = new CountDownLatch(1);
        var cut = new CountDownLatch(1);
        var usual = line.intake;
        line.intake = invocation -> {
            begun.countDown();
            awaited(cut);
            return usual.take(invocation);
        };
        var delivery = CompletableFuture.supplyAsync(() -> line.says("rerun web"));
        begun.await();
        line.slack.sockets().cut();
        assertThat(delivery.get(10, TimeUnit.SECONDS).taken()).isFalse();
        cut.countDown();
        await().until(() -> line.taken.size() == 1);
        line.awaitOpen();
        await().until(() -> line.slack.redelivers(delivery.join()).taken());
        assertThat(line.taken).containsExactly("rerun web");
    }

    @Test
    void whatIsInHandWhenTheSocketIsClosedIsAcknowledgedFirst() throws Exception {
        var begun = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        line.intake = invocation -> {
            if (invocation.line().equals("rerun web")) {
                begun.countDown();
                awaited(go);
            }
            return Taking.NEW;
        };
        var delivery = CompletableFuture.supplyAsync(() -> line.says("rerun web"));
        begun.await();
        line.slack.waitsForAnswers(Duration.ofMillis(200));
        var closing = CompletableFuture.runAsync(line.socket::close);
        await().until(() -> !line.says("rerun api").taken()); // nothing more is accepted
        go.countDown();
        assertThat(delivery.get(10, TimeUnit.SECONDS))
                .matches(SlackDelivery::taken)
                .extracting(SlackDelivery::answer)
                .isEqualTo("");
        closing.get(10, TimeUnit.SECONDS);
        await().until(() -> line.slack.sockets().open() == 0);
        assertThat(line.socket.trouble()).isNotNull();
    }

    private static void awaited(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException ended) {
            throw new IllegalStateException(ended);
        }
    }
}
