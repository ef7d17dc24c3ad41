package dev.signalman.semaphore.http;

import static dev.signalman.semaphore.http.WireMapping.needed;
import static dev.signalman.semaphore.http.WireMapping.text;

import dev.signalman.domain.Project;
import org.jspecify.annotations.Nullable;

/** A project in the API's JSON. */
record WireProject(@Nullable Metadata metadata, @Nullable Spec spec) {
    record Metadata(
            @Nullable String id,
            @Nullable String name,
            @Nullable String description) {}

    record Spec(@Nullable Repository repository) {}

    record Repository(@Nullable String url, @Nullable String pipelineFile) {}

    Project toProject() {
        var named = needed(metadata, "metadata");
        var repository = spec == null ? null : spec.repository();
        return new Project(
                needed(named.id(), "metadata.id"),
                needed(named.name(), "metadata.name"),
                text(named.description()),
                repository == null ? "" : text(repository.url()),
                repository == null ? "" : text(repository.pipelineFile()));
    }
}
