package dev.signalman.kill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.signalman.simulator.slack.PostedMessage;
import dev.signalman.simulator.slack.SlackFault;
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
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** One of two bots on one PostgreSQL is suspended until the other takes it for dead, and then resumes. */
@Order(3)
@Execution(ExecutionMode.CONCURRENT)
final class PausedInstanceIT {
    private static final String CHANNEL = KillTestAct.RUN.channel();
    private static final String PROJECT = KillTestAct.RUN.project();
    private static final Duration LONG = Duration.ofSeconds(90);

    private final AtomicReference<@Nullable BotProcess> falling = new AtomicReference<>();
    private final AtomicReference<String> over = new AtomicReference<>("");

    private KillTestEnvironment environment;

    @BeforeEach
    void start(@TempDir Path folder) throws IOException {
        environment = new KillTestEnvironment(TestDatabase.POSTGRES, folder);
        environment.slack.tap(this::mayFallAsleep);
    }

    @AfterEach
    void end() {
        environment.close();
    }

    @Test
    void anUpdateThatLandsLateIsRepairedByWhoeverTookOver() throws IOException {
        var sleeper = environment.start();
        KillTestAct.RUN.ask(environment.slack);
        KillTestEnvironment.soon(
                () -> assertThat(environment.cards(KillTestAct.RUN)).hasSize(1));
        sleeper.untilAllIsDone(); // it owns the channel's lane
        var card = environment.cards(KillTestAct.RUN).get(0);
        var pipeline = environment.semaphore.pipelines(PROJECT).get(1);
        var heir = environment.start();
        environment.slack.faults().next("chat.update", new SlackFault.Slow(Duration.ofSeconds(17)));
        fallsAsleepOver("is running", sleeper);
        environment.semaphore.begin(pipeline);
        await().atMost(LONG).until(() -> falling.get() == null);
        environment.semaphore.failJob(pipeline, "Test", "unit", 1, "expected 1, got 2");
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
        var sleeper = environment.start();
        environment.subscribe(CHANNEL, PROJECT);
        var heir = environment.start();
        fallsAsleepOver("Run by Alice", sleeper);
        KillTestAct.RUN.ask(environment.slack);
        await().atMost(LONG)
                .until(() -> environment.shown(CHANNEL, "Run by Alice").size() == 2);
        sleeper.wakeUp();
        KillTestEnvironment.soon(() -> {
            assertThat(environment.shown(CHANNEL, "Run by Alice")).hasSize(1);
            assertThat(environment.shown(CHANNEL, "This card was posted twice. The other one is kept up to date."))
                    .singleElement()
                    .satisfies(copy -> assertThat(copy.drawn()).doesNotContain("Stop"));
        });
        environment.semaphore.begin(environment.semaphore.pipelines(PROJECT).get(1));
        KillTestEnvironment.soon(
                () -> assertThat(environment.shown(CHANNEL, "is running")).hasSize(1));
        heir.untilAllIsDone();
    }

    @Test
    void aRunThatWasNotYetAskedForIsNotBegunAfterThePersonWasToldThatItDidNotShowUp() throws Exception {
        environment.waitsForItsDatabase(); // else it may give up before it falls asleep
        var sleeper = environment.start();
        environment.database.change("create function hold() returns trigger language plpgsql as "
                + "'begin perform pg_advisory_xact_lock(12); return null; end'");
        environment.database.change("create constraint trigger hold after update on acts deferrable initially deferred "
                + "for each row when (new.state = 'sent') execute function hold()");
        try (var held = environment.database.open();
                var statement = held.createStatement()) {
            statement.execute("select pg_advisory_lock(12)");
            KillTestAct.RUN.ask(environment.slack);
            await().atMost(LONG)
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> environment
                            .database
                            .column("select count(*) from pg_locks where locktype = 'advisory' and not granted")
                            .contains("1"));
            sleeper.sleep(); // during the commit of "sent"
        }
        environment.database.change("drop trigger hold on acts");
        var heir = environment.start();
        KillTestEnvironment.soon(() -> {
            environment.database.change("update inbox set due_at = now() where due_at > now() and owner is null");
            assertThat(environment.told(KillTestAct.RUN))
                    .anySatisfy(told -> assertThat(told)
                            .contains("but Semaphore didn't answer, and no new workflow has appeared."));
        });
        sleeper.wakeUp();
        await().atMost(LONG).until(() -> sleeper.out().contains("Another instance works on"));
        sleeper.untilAllIsDone();
        assertThat(KillTestAct.RUN.times(environment.semaphore))
                .as(() -> "calls: "
                        + environment.semaphore.calls().stream()
                                .filter(call -> call.method().equals("POST"))
                                .toList()
                        + "\ntold: " + environment.told(KillTestAct.RUN) + "\nthe sleeper:\n" + sleeper.out()
                        + "\nits heir:\n" + heir.out())
                .isZero();
    }

    /** Suspends the sender at its next call to Slack with these words. */
    private void fallsAsleepOver(String words, BotProcess bot) {
        over.set(words);
        falling.set(bot);
    }

    private void mayFallAsleep(String call) {
        if (URLDecoder.decode(call, StandardCharsets.UTF_8).contains(over.get())) {
            var bot = falling.getAndSet(null);
            if (bot != null) {
                bot.sleep();
            }
        }
    }

    private String drawn(PostedMessage card) {
        return environment.slack.now(card).drawn();
    }
}
