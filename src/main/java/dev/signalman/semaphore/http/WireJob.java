package dev.signalman.semaphore.http;

import static dev.signalman.semaphore.http.WireMapping.list;
import static dev.signalman.semaphore.http.WireMapping.needed;
import static dev.signalman.semaphore.http.WireMapping.some;
import static dev.signalman.semaphore.http.WireMapping.text;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalman.domain.Job;
import dev.signalman.domain.JobState;
import dev.signalman.semaphore.http.WireMapping.WireEnvVar;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A job in the API's JSON: numbers as text, {@code "0"} for an unset time, no agent before one is assigned. */
record WireJob(
        @Nullable Metadata metadata,
        @Nullable Spec spec,
        @Nullable Status status) {
    private static final String PIPELINE = "SEMAPHORE_PIPELINE_ID";
    private static final String COMMIT_AUTHOR = "SEMAPHORE_GIT_COMMIT_AUTHOR";
    private static final String GIT_PROVIDER = "SEMAPHORE_GIT_PROVIDER";
    private static final String GITLAB = "gitlab";

    record Metadata(
            @Nullable String id,
            @Nullable String name,
            @Nullable JsonNode createTime,
            @Nullable JsonNode startTime,
            @Nullable JsonNode finishTime) {}

    record Spec(
            @Nullable String projectId,
            @Nullable Agent agent,
            @Nullable List<@Nullable WireEnvVar> envVars,
            @Nullable List<@Nullable String> commands) {
        static final Spec EMPTY = new Spec(null, null, null, null);

        Machine machine() {
            return agent == null || agent.machine() == null ? Machine.EMPTY : agent.machine();
        }
    }

    record Agent(@Nullable Machine machine, @Nullable String name) {}

    record Machine(@Nullable String type, @Nullable String osImage) {
        static final Machine EMPTY = new Machine(null, null);
    }

    record Status(
            @Nullable String state,
            @Nullable String result,
            @Nullable Agent agent) {
        static final Status EMPTY = new Status(null, null, null);
    }

    Job toJob() {
        var named = needed(metadata, "metadata");
        var asked = spec == null ? Spec.EMPTY : spec;
        var stands = status == null ? Status.EMPTY : status;
        var state = WireMapping.jobState(stands.state());
        return new Job(
                needed(named.id(), "metadata.id"),
                text(named.name()),
                text(asked.projectId()),
                pipelineId(asked),
                state,
                WireMapping.result(state == JobState.FINISHED, stands.result()),
                text(asked.machine().type()),
                text(asked.machine().osImage()),
                stands.agent() == null ? "" : text(stands.agent().name()),
                list(asked.commands()),
                WireTime.read(named.createTime()),
                WireTime.read(named.startTime()),
                WireTime.read(named.finishTime()),
                commitAuthors(asked));
    }

    private static @Nullable String pipelineId(Spec spec) {
        return values(spec, PIPELINE).findFirst().orElse(null);
    }

    /**
     * GitLab's authors are names of their own choice, not logins. The pipeline's file can set both variables, too, but
     * hides no value of Semaphore's own (docs/semaphore.md, "The author of a commit").
     */
    private static List<String> commitAuthors(Spec spec) {
        var hosts = values(spec, GIT_PROVIDER).toList();
        return !hosts.isEmpty() && hosts.stream().allMatch(GITLAB::equals)
                ? List.of()
                : values(spec, COMMIT_AUTHOR).distinct().toList();
    }

    private static Stream<String> values(Spec spec, String name) {
        return list(spec.envVars()).stream()
                .filter(each -> name.equals(each.name()) && some(each.value()) != null)
                .map(each -> text(each.value()));
    }
}
