package dev.signalman.slack.inbound;

import static dev.signalman.slack.inbound.SlackRequestBodies.command;
import static dev.signalman.slack.inbound.SlackRequestBodies.form;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.signalman.dispatch.Intake.Taking;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated // it measures time
final class TimedIntakeTest {
    private static final Duration SLACKS_PATIENCE = Duration.ofSeconds(3);

    /** How many are taken in at a time. */
    private static final int AT_ONCE = 16;

    private final InboundFixture edge = new InboundFixture();
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
        Set<String> reached = ConcurrentHashMap.newKeySet();
        edge.intake.behave(invocation -> {
            reached.add(invocation.id());
            return hang();
        });
        var crowd = Executors.newFixedThreadPool(AT_ONCE);
        var told = new ArrayList<Future<String>>();
        for (int i = 0; i < AT_ONCE; i++) {
            var trigger = "crowd-" + i;
            told.add(crowd.submit(() -> says(trigger)));
        }
        await().until(() -> reached.size() == AT_ONCE);
        var began = System.nanoTime();

        var words = says("one more");

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(SLACKS_PATIENCE);
        assertThat(words).contains("Not taken, try again");
        for (var each : told) {
            assertThat(each.get()).contains("Perhaps not taken");
        }
        crowd.shutdown();
        back.countDown();
        edge.intake.behave(invocation -> {
            reached.add(invocation.id());
            return Taking.NEW;
        });
        assertThat(says("when it is back")).isEmpty();
        assertThat(reached).hasSize(AT_ONCE + 1).doesNotContain("command:one more");
    }
}
