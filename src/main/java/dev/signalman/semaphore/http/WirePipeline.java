package dev.signalman.semaphore.http;

import static dev.signalman.semaphore.http.WireMapping.list;
import static dev.signalman.semaphore.http.WireMapping.needed;
import static dev.signalman.semaphore.http.WireMapping.some;
import static dev.signalman.semaphore.http.WireMapping.text;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalman.domain.Block;
import dev.signalman.domain.GitRef;
import dev.signalman.domain.Pipeline;
import dev.signalman.domain.Trigger;
import dev.signalman.semaphore.http.WireMapping.WireEnvVar;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A pipeline in the API's JSON. A described one has lower-case words and times as text; a listed one has not. */
record WirePipeline(
        @Nullable String pplId,
        @Nullable String name,
        @Nullable String wfId,
        @Nullable String projectId,
        @Nullable String branchName,
        @Nullable String commitSha,
        @Nullable String commitMessage,
        @Nullable String workingDirectory,
        @Nullable String yamlFileName,
        @Nullable String state,
        @Nullable String result,
        @Nullable String resultReason,
        @Nullable String switchId,
        @Nullable String promotionOf,
        @Nullable String partialRerunOf,
        @Nullable String terminatedBy,
        @Nullable String errorDescription,
        @Nullable JsonNode createdAt,
        @Nullable JsonNode queuingAt,
        @Nullable JsonNode runningAt,
        @Nullable JsonNode stoppingAt,
        @Nullable JsonNode doneAt,
        @Nullable WireTriggerer triggerer,
        @Nullable List<@Nullable WireEnvVar> envVars) {

    record Described(
            @Nullable WirePipeline pipeline, @Nullable List<@Nullable WireBlock> blocks) {
        Pipeline toPipeline() {
            var mapped = list(blocks).stream().map(WireBlock::toBlock).toList();
            return needed(pipeline, "pipeline").toPipeline(mapped);
        }
    }

    Pipeline toPipeline() {
        return toPipeline(List.of());
    }

    private Pipeline toPipeline(List<Block> blocks) {
        var stands = WireMapping.pipelineState(state);
        return new Pipeline(
                needed(pplId, "ppl_id"),
                text(name),
                text(wfId),
                text(projectId),
                GitRef.parse(text(branchName)),
                text(commitSha),
                text(commitMessage),
                path(),
                stands,
                WireMapping.result(stands.done(), result),
                WireMapping.reason(stands.done(), resultReason),
                text(switchId),
                some(promotionOf),
                some(partialRerunOf),
                text(terminatedBy),
                text(errorDescription),
                times(),
                triggerer == null ? new Trigger(Trigger.Kind.UNKNOWN, null, null, null) : triggerer.toTrigger(),
                WireMapping.environment(envVars),
                blocks);
    }

    /** The path that Semaphore filters by, which keeps an absolute path's slash. */
    private String path() {
        var folder = text(workingDirectory).replaceFirst("/+$", "");
        var file = text(yamlFileName);
        if (file.isEmpty()) {
            return "";
        }
        return text(workingDirectory).startsWith("/") || !(folder.isEmpty() || folder.equals("."))
                ? folder + "/" + file
                : file;
    }

    private Pipeline.Times times() {
        return new Pipeline.Times(
                WireTime.read(createdAt),
                WireTime.read(queuingAt),
                WireTime.read(runningAt),
                WireTime.read(stoppingAt),
                WireTime.read(doneAt));
    }
}
