package dev.signalman.feature.subscriptions;

import dev.signalman.card.Card;
import dev.signalman.domain.Result;
import dev.signalman.subject.SemaphoreLinks;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The messages of bursts, for golden files. */
public final class SampleBursts {
    private static final Instant SINCE = Instant.parse("2025-11-24T15:52:00Z");

    private SampleBursts() {}

    /** The cards by name. */
    public static Map<String, Card> cards() {
        var cards = new LinkedHashMap<String, Card>();
        cards.put("burst-running", card(18, 2, 10, false));
        cards.put("burst-over", card(28, 2, 0, true));
        cards.put("burst-passed", card(7, 0, 0, true));
        return cards;
    }

    private static Card card(int passed, int failed, int running, boolean over) {
        var builds = new ArrayList<Burst.Build>();
        add(builds, passed, Result.PASSED);
        add(builds, failed, Result.FAILED);
        add(builds, running, null);
        var burst = new Burst("C0BUILDS", builds.get(0).pipelineId(), SINCE, SINCE.plus(Duration.ofMinutes(9)), builds);
        return new BurstCardFactory(new SemaphoreLinks(URI.create("https://acme.semaphoreci.com")))
                .of("web", burst, over);
    }

    private static void add(List<Burst.Build> builds, int many, @Nullable Result result) {
        for (int n = 0; n < many; n++) {
            int at = builds.size();
            builds.add(new Burst.Build(
                    UUID.nameUUIDFromBytes(new byte[] {(byte) at, 1}).toString(),
                    UUID.nameUUIDFromBytes(new byte[] {(byte) at, 2}).toString(),
                    result,
                    "update/library-" + at,
                    String.format("%07x", 0xc0ffee1 + at),
                    at == 0 ? "" : "Update library " + at + " <!channel>",
                    at % 3 == 0 ? "" : "renovate",
                    SINCE.plusSeconds(at)));
        }
    }
}
