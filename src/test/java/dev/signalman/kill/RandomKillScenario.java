package dev.signalman.kill;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Builds end and bots die at random, two bots on one database; each channel has its own project. */
final class RandomKillScenario {
    private static final List<KillTestAct> DEEDS = List.of(KillTestAct.values());
    private static final int BOTS = 2;
    private static final InstantSource CLOCK = InstantSource.system();

    /** Time until everything due must be shown, after the last kill. */
    private static final Duration TO_SETTLE = Duration.ofMinutes(2);

    /** Average time between events. */
    private static final int MILLIS_BETWEEN = 700;

    private static final int KILL_EVERY = 9;

    private final KillTestEnvironment environment;
    private final Random random;
    private final List<BotProcess> bots = new ArrayList<>();

    /** Channels that must announce each build, by the build's unique words. */
    private final Map<String, String> due = new LinkedHashMap<>();

    private final List<String> running = new ArrayList<>();
    private int kills;

    RandomKillScenario(KillTestEnvironment environment, long seed) {
        this.environment = environment;
        this.random = new Random(seed);
    }

    /**
     * The result.
     *
     * @param lost builds without a message
     * @param repeated messages beyond the first of each build, and beyond the first that it shares with others
     */
    record Tally(int builds, int kills, List<String> lost, int repeated) {}

    /** Runs random events for a while, and then waits for everything to settle. */
    void runs(Duration time) throws IOException, InterruptedException {
        for (var act : DEEDS) {
            environment.notifiesOf(act.project());
        }
        for (int n = 0; n < BOTS; n++) {
            bots.add(environment.start());
        }
        for (var act : DEEDS) {
            environment.subscribe(act.channel(), act.project() + (DEEDS.indexOf(act) % 2 == 0 ? "" : " mode=live"));
        }
        var end = CLOCK.instant().plus(time);
        while (CLOCK.instant().isBefore(end)) {
            Thread.sleep(random.nextInt(2 * MILLIS_BETWEEN));
            happens();
        }
        while (!running.isEmpty()) {
            ends();
        }
        settle();
    }

    private void happens() throws IOException {
        if (random.nextInt(KILL_EVERY) == 0) {
            kill();
        } else if (running.isEmpty() || random.nextInt(3) > 0) {
            begins();
        } else {
            ends();
        }
    }

    private void begins() {
        var act = DEEDS.get(random.nextInt(DEEDS.size()));
        var message = String.format("Build %04d", due.size());
        running.add(environment
                .semaphore
                .push(act.project(), "main", message, "alice")
                .pipelineId());
        due.put(message, act.channel());
        if (random.nextBoolean()) {
            ends();
        }
    }

    private void ends() {
        var pipeline = running.remove(random.nextInt(running.size()));
        if (random.nextInt(4) > 0) {
            environment.semaphore.finish(pipeline);
        } else {
            environment.semaphore.begin(pipeline);
            environment.semaphore.failJob(pipeline, "Test", "unit", 1, "expected 1, got 2");
        }
    }

    /** Kills one and starts another; if both die, no bot runs for a while. */
    private void kill() throws IOException {
        bots.remove(random.nextInt(bots.size())).kill();
        kills++;
        bots.add(environment.starting());
    }

    private void settle() throws IOException, InterruptedException {
        for (var bot : bots) {
            bot.ready();
        }
        var end = CLOCK.instant().plus(TO_SETTLE);
        while (CLOCK.instant().isBefore(end) && (!tally().lost().isEmpty() || !idle())) {
            Thread.sleep(500);
        }
    }

    private boolean idle() throws IOException, InterruptedException {
        for (var bot : bots) {
            if (!bot.hasDoneAll()) {
                return false;
            }
        }
        return true;
    }

    /** Counts the messages now. */
    Tally tally() {
        List<String> lost = new ArrayList<>();
        int repeated = 0;
        for (var build : due.entrySet()) {
            var shown = environment.shown(build.getValue(), build.getKey());
            int shared = (int) shown.stream()
                    .filter(each -> each.drawn().contains("Open a build…"))
                    .count();
            if (shown.isEmpty()) {
                lost.add(build.getKey());
            }
            // a build of many at once stands in the message that they share, and may have its own, too
            repeated += Math.max(0, shown.size() - shared - 1) + Math.max(0, shared - 1);
        }
        return new Tally(due.size(), kills, lost, repeated);
    }
}
