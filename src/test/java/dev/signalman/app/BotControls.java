package dev.signalman.app;

import dev.signalman.app.config.Configuration;
import dev.signalman.journal.BotTempo;
import dev.signalman.journal.BotTempo.SendRate;
import dev.signalman.storage.DatabaseOpenResult;
import dev.signalman.storage.StorageModule;
import dev.signalman.storage.TestDatabase;
import java.io.IOException;
import java.time.InstantSource;
import java.util.UUID;

/** What tests do to a bot that nobody outside can. */
public final class BotControls {
    /** How many times as much Slack takes as usual in the same time. */
    public static final int SLACK_TIMES = 20;

    /** Ten times as fast as people see it; the true tempo has tests of its own (CONTRIBUTING.md). */
    private static final BotTempo TEMPO = new BotTempo(
            new SendRate(
                    SendRate.SLACK.betweenPosts().dividedBy(SLACK_TIMES),
                    SendRate.SLACK.betweenUpdates().dividedBy(SLACK_TIMES),
                    SendRate.SLACK.updatesPerMinute() * SLACK_TIMES),
            10);

    private BotControls() {}

    /** Starts a bot that goes faster than usual. */
    public static Bot start(Configuration configuration, InstantSource clock) throws IOException {
        var storage = new StorageModule(new DatabaseOpenResult.Open(TestDatabase.openWhole(configuration.database())));
        return Bot.start(configuration, clock, () -> UUID.randomUUID().toString(), TEMPO, storage);
    }

    /** Says that a pipeline may have changed, as what hears from Semaphore would. */
    public static void hint(Bot bot, String id, String pipelineId) {
        bot.hints().take(id, pipelineId);
    }

    /** The clock was moved: the bot looks for what is due. */
    public static void wake(Bot bot) {
        bot.wake();
    }
}
