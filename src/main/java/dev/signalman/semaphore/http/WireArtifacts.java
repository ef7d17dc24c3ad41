package dev.signalman.semaphore.http;

import static dev.signalman.semaphore.http.WireMapping.list;
import static dev.signalman.semaphore.http.WireMapping.needed;
import static dev.signalman.semaphore.http.WireMapping.text;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Files that a job left, in the API's JSON. */
record WireArtifacts(@Nullable List<@Nullable Artifact> artifacts) {
    record Artifact(@Nullable String name, @Nullable Boolean isDirectory) {
        boolean isFile(String called) {
            return text(name).equals(called) && !Boolean.TRUE.equals(isDirectory);
        }
    }

    /** The first of these names that is there; null for none. */
    @Nullable
    String first(List<String> names) {
        var all = list(needed(artifacts, "artifacts"));
        return names.stream()
                .filter(name -> all.stream().anyMatch(each -> each.isFile(name)))
                .findFirst()
                .orElse(null);
    }
}
