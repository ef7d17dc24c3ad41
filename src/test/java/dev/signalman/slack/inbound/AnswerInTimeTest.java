package dev.signalman.slack.inbound;

import static dev.signalman.slack.inbound.Bodies.command;
import static dev.signalman.slack.inbound.Bodies.form;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.dispatch.Intake.Taking;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

final class AnswerInTimeTest {
    private static final Duration SLACKS_PATIENCE = Duration.ofSeconds(3);

    private final AnEdge edge = new AnEdge();
    private final CountDownLatch back = new CountDownLatch(1);

    @AfterEach
    void close() {
        back.countDown();
        edge.close();
    }

    private Taking hang() {
        try {
            back.await();
        } catch (InterruptedException ended) {
            throw new IllegalStateException(ended);
        }
        return Taking.NEW;
    }

    private String says(String trigger) throws Exception {
        var fields = command("rerun");
        fields.put("trigger_id", trigger);
        var reply = edge.firstAnswer(form(fields));
        assertThat(reply.status()).isEqualTo(200);
        return new String(reply.body(), StandardCharsets.UTF_8);
    }

    @Test
    @Timeout(20)
    void aDatabaseThatHangsDoesNotKeepSlackWaiting() throws Exception {
        edge.intake.behave(invocation -> hang());
        var began = System.nanoTime();

        var words = says("1");

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(SLACKS_PATIENCE);
        assertThat(words).contains("Perhaps not taken");
    }

    @Test
    @Timeout(20)
    void whatNeverReachedTheHangingDatabaseIsSurelyNotTakenLater() throws Exception {
        edge.intake.behave(invocation -> hang());
        var crowd = Executors.newFixedThreadPool(40);
        for (int i = 0; i < 40; i++) {
            var trigger = "crowd-" + i;
            crowd.execute(() -> {
                try {
                    says(trigger);
                } catch (Exception broken) {
                    throw new IllegalStateException(broken);
                }
            });
        }
        var began = System.nanoTime();

        var words = says("the last");
        edge.intake.behave(invocation -> Taking.NEW);
        back.countDown();
        crowd.shutdown();

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(SLACKS_PATIENCE);
        assertThat(words).containsAnyOf("Not taken, try again", "Perhaps not taken");
        assertThat(edge.intake.taken()).isEmpty();
    }
}
