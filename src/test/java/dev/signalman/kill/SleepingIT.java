package dev.signalman.kill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.signalman.simulator.slack.Fault;
import dev.signalman.simulator.slack.PostedMessage;
import dev.signalman.storage.TestDatabase;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One of two bots on one PostgreSQL is stopped for a while, so that the other takes it for dead, and then goes on where it was. */
@Order(5)
final class SleepingIT {
    private static final String CHANNEL = Deed.RUN.channel();
    private static final String PROJECT = Deed.RUN.project();
    private static final Duration LONG = Duration.ofSeconds(90);

    private final AtomicReference<@Nullable Child> falling = new AtomicReference<>();
    private final AtomicReference<String> over = new AtomicReference<>("");

    private Stage stage;

    @BeforeEach
    void start(@TempDir Path folder) throws IOException {
        stage = new Stage(TestDatabase.POSTGRES, folder);
        stage.slack.tap(this::mayFallAsleep);
    }

    @AfterEach
    void end() {
        stage.close();
    }

    @Test
    void anUpdateThatLandsLateIsRepairedByWhoeverTookOver() throws IOException {
        var sleeper = stage.start();
        Deed.RUN.ask(stage.slack);
        Stage.soon(() -> assertThat(stage.cards(Deed.RUN)).hasSize(1));
        sleeper.untilAllIsDone(); // the channel's lane is its own
        var card = stage.cards(Deed.RUN).get(0);
        var pipeline = stage.semaphore.pipelines(PROJECT).get(1);
        var heir = stage.start();
        stage.slack.faults().next("chat.update", new Fault.Slow(Duration.ofSeconds(17)));
        fallsAsleepOver("is running", sleeper);
        stage.semaphore.begin(pipeline);
        await().atMost(LONG).until(() -> falling.get() == null);
        stage.semaphore.failJob(pipeline, "Test", "unit", 1, "expected 1, got 2");
        await().atMost(LONG).until(() -> drawn(card).contains("ailed"));
        await("the late update").atMost(LONG).until(() -> !drawn(card).contains("ailed"));
        await("its repair").atMost(LONG).until(() -> drawn(card).contains("ailed"));
        sleeper.wakeUp();
        heir.untilAllIsDone();
        sleeper.untilAllIsDone();
        assertThat(drawn(card)).contains("ailed");
    }

    @Test
    void ofTwoCopiesOfACardOneIsKeptUpToDateAndTheOtherSaysSo() throws IOException {
        var sleeper = stage.start();
        stage.subscribe(CHANNEL, PROJECT);
        var heir = stage.start();
        fallsAsleepOver("Run by Alice", sleeper);
        Deed.RUN.ask(stage.slack);
        await().atMost(LONG).until(() -> stage.shown(CHANNEL, "Run by Alice").size() == 2);
        sleeper.wakeUp();
        Stage.soon(() -> {
            assertThat(stage.shown(CHANNEL, "Run by Alice")).hasSize(1);
            assertThat(stage.shown(CHANNEL, "I posted this card twice. The other one is kept up to date."))
                    .singleElement()
                    .satisfies(copy -> assertThat(copy.drawn()).doesNotContain("Stop"));
        });
        stage.semaphore.begin(stage.semaphore.pipelines(PROJECT).get(1));
        Stage.soon(() -> assertThat(stage.shown(CHANNEL, "is running")).hasSize(1));
        heir.untilAllIsDone();
    }

    @Test
    void aRunThatWasNotYetAskedForIsNotBegunAfterThePersonWasToldThatItDidNotShowUp() throws Exception {
        var sleeper = stage.start();
        stage.store.change("create function hold() returns trigger language plpgsql as "
                + "'begin perform pg_advisory_xact_lock(12); return null; end'");
        stage.store.change("create constraint trigger hold after update on acts deferrable initially deferred "
                + "for each row when (new.state = 'sent') execute function hold()");
        try (var held = stage.store.open();
                var statement = held.createStatement()) {
            statement.execute("select pg_advisory_lock(12)");
            Deed.RUN.ask(stage.slack);
            await().atMost(LONG)
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> stage.store
                            .column("select count(*) from pg_locks where locktype = 'advisory' and not granted")
                            .contains("1"));
            sleeper.sleep(); // in the middle of the commit of "sent"
        }
        stage.store.change("drop trigger hold on acts");
        stage.start();
        Stage.soon(() -> {
            stage.store.change("update inbox set due_at = now() where due_at > now() and owner is null");
            assertThat(stage.told(Deed.RUN))
                    .anySatisfy(told -> assertThat(told).contains("no new workflow has shown up"));
        });
        sleeper.wakeUp();
        await().atMost(LONG).until(() -> sleeper.out().contains("Another process works on"));
        sleeper.untilAllIsDone();
        assertThat(Deed.RUN.times(stage.semaphore)).isZero();
    }

    /** The next call to Slack that holds these words finds its sender asleep. */
    private void fallsAsleepOver(String words, Child child) {
        over.set(words);
        falling.set(child);
    }

    private void mayFallAsleep(String call) {
        if (URLDecoder.decode(call, StandardCharsets.UTF_8).contains(over.get())) {
            var child = falling.getAndSet(null);
            if (child != null) {
                child.sleep();
            }
        }
    }

    private String drawn(PostedMessage card) {
        return stage.slack.now(card).drawn();
    }
}
