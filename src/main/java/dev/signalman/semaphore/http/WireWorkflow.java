package dev.signalman.semaphore.http;

import static dev.signalman.semaphore.http.WireMapping.needed;
import static dev.signalman.semaphore.http.WireMapping.some;
import static dev.signalman.semaphore.http.WireMapping.text;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalman.domain.GitRef;
import dev.signalman.domain.Workflow;
import org.jspecify.annotations.Nullable;

/** A workflow in the API's JSON; {@code triggered_by} is a word when described and a number when listed. */
record WireWorkflow(
        @Nullable String wfId,
        @Nullable String projectId,
        @Nullable String initialPplId,
        @Nullable String branchName,
        @Nullable String commitSha,
        @Nullable String requesterId,
        @Nullable String rerunOf,
        @Nullable String triggeredBy,
        @Nullable JsonNode createdAt) {

    record Described(@Nullable WireWorkflow workflow) {
        Workflow toWorkflow() {
            return needed(workflow, "workflow").toWorkflow();
        }
    }

    Workflow toWorkflow() {
        return new Workflow(
                needed(wfId, "wf_id"),
                text(projectId),
                text(initialPplId),
                GitRef.parse(text(branchName)),
                text(commitSha),
                text(requesterId),
                some(rerunOf),
                cause(),
                WireTime.read(createdAt));
    }

    private Workflow.Cause cause() {
        return switch (text(triggeredBy)) {
            case "0" -> Workflow.Cause.HOOK;
            case "1" -> Workflow.Cause.SCHEDULE;
            case "2" -> Workflow.Cause.API;
            case "3" -> Workflow.Cause.MANUAL_RUN;
            default -> WireMapping.word(triggeredBy, Workflow.Cause.UNKNOWN);
        };
    }
}
