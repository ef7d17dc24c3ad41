package dev.signalman.benchmark;

import dev.signalman.simulator.SimulatedSemaphore;
import dev.signalman.simulator.slack.SimulatedSlack;
import dev.signalman.simulator.slack.SlackApiCall;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Observes how cards keep up while pipelines run. */
final class CardLagObserver {
    private static final String UPDATE = "chat.update";

    private final SimulatedSlack slack;
    private final SimulatedSemaphore semaphore;
    private final List<ServerProcess> servers;
    private final Map<String, AwaitedPipelineCard> all;
    private final Map<String, Long> done = new HashMap<>();
    private final Map<String, Long> shown = new HashMap<>();
    private double oldest;

    CardLagObserver(
            SimulatedSlack slack,
            SimulatedSemaphore semaphore,
            List<ServerProcess> servers,
            Map<String, AwaitedPipelineCard> all) {
        this.slack = slack;
        this.semaphore = semaphore;
        this.servers = servers;
        this.all = all;
    }

    /** Prints the figures when every card shows its result, or time is up. */
    void toItsEnd(Duration most) throws Exception {
        long began = System.nanoTime();
        for (int turn = 0; shown.size() < all.size() && System.nanoTime() - began < most.toNanos(); turn++) {
            all.forEach(this::look);
            if (turn % 5 == 0) {
                oldest = Math.max(
                        oldest, MetricsScrape.of(servers.get(0).port()).value("signalman_cards_oldest_seconds"));
            }
            TimeUnit.MILLISECONDS.sleep(200);
        }
        tell(Duration.ofNanos(System.nanoTime() - began));
    }

    private void look(String pipeline, AwaitedPipelineCard awaitedPipelineCard) {
        if (shown.containsKey(pipeline)) {
            return;
        }
        if (!done.containsKey(pipeline)) {
            var state = semaphore.state(pipeline);
            if (state.equals("passed") || state.equals("failed") || state.equals("done")) {
                done.put(pipeline, System.nanoTime());
            }
            return;
        }
        var card = slack.messages(awaitedPipelineCard.channel()).stream()
                .map(message -> message.drawn())
                .filter(drawn -> drawn.contains(awaitedPipelineCard.title())
                        && drawn.contains(" " + awaitedPipelineCard.end() + " on "))
                .findFirst();
        if (card.isPresent()) {
            shown.put(pipeline, System.nanoTime());
        }
    }

    private void tell(Duration took) throws Exception {
        var scrapes = new ArrayList<MetricsScrape>();
        for (var server : servers) {
            scrapes.add(MetricsScrape.of(server.port()));
        }
        double minutes = took.toMillis() / 60_000.0;
        var updates = slack.calls().stream()
                .filter(call -> call.method().equals(UPDATE))
                .toList();
        var describes = semaphore.calls().stream()
                .filter(call -> all.keySet().stream().anyMatch(id -> call.path().endsWith("/pipelines/" + id)))
                .count();
        say("cards that ended in the right state: %d of %d, in %.1f minutes", shown.size(), all.size(), minutes);
        say(
                "updates: %d sent (%.0f a minute), %d refused by Slack's limit, %.0f changes merged",
                updates.stream().filter(SlackApiCall::ok).count(),
                updates.size() / minutes,
                updates.stream().filter(call -> call.status() == 429).count(),
                sum(scrapes, "signalman_cards_total{outcome=\"merged\"}"));
        say("oldest unsent at any time: %.1f s", oldest);
        say(
                "a change waited to be sent: %.1f s on average",
                sum(scrapes, "signalman_cards_lag_seconds_sum{how=\"update\"}")
                        / sum(scrapes, "signalman_cards_lag_seconds_count{how=\"update\"}"));
        System.out.println("flow: from a pipeline's end to its card: "
                + Distribution.of(shown.entrySet().stream()
                                .mapToDouble(each -> (each.getValue() - done.getOrDefault(each.getKey(), 0L)) / 1e9))
                        .in(" s"));
        say(
                "calls to Semaphore: %.0f a minute, %.1f of them a minute and pipeline about that pipeline",
                semaphore.calls().size() / minutes, describes / minutes / all.size());
    }

    private static double sum(List<MetricsScrape> scrapes, String metric) {
        return scrapes.stream().mapToDouble(scrape -> scrape.value(metric)).sum();
    }

    private static void say(String format, Object... figures) {
        System.out.println("flow: " + String.format(Locale.ROOT, format, figures));
    }
}
