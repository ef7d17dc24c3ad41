package dev.signalman.feature.deploys;

import dev.signalman.domain.DurationPhrases;
import dev.signalman.domain.Pipeline;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A project's newest pipelines, without blocks.
 *
 * @param newestFirst in Semaphore's order
 * @param whole whether the project has no others
 * @param asOf when they were read
 */
record RecentPipelines(List<Pipeline> newestFirst, boolean whole, Instant asOf) {
    RecentPipelines {
        newestFirst = List.copyOf(newestFirst);
    }

    Optional<Pipeline> withId(@Nullable String id) {
        return newestFirst.stream().filter(pipeline -> pipeline.id().equals(id)).findFirst();
    }

    /** The newest pipeline per file that has promotions. */
    Map<String, Pipeline> newestOfFiles() {
        Map<String, Pipeline> newest = new LinkedHashMap<>();
        newestFirst.stream()
                .filter(pipeline -> !pipeline.switchId().isEmpty())
                .forEach(pipeline -> newest.putIfAbsent(pipeline.file(), pipeline));
        return newest;
    }

    /** How far back the list reaches, in a sentence; empty when it is the whole project. */
    String reach() {
        if (whole) {
            return "";
        }
        return "Based on the newest " + newestFirst.size() + " pipelines"
                + oldest().map(at -> ", back to " + DurationPhrases.ago(Duration.between(at, asOf)))
                        .orElse("")
                + ". Older deploys may be missing.";
    }

    private Optional<Instant> oldest() {
        return newestFirst.isEmpty()
                ? Optional.empty()
                : Optional.ofNullable(
                        newestFirst.get(newestFirst.size() - 1).times().created());
    }
}
