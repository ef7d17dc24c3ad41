package dev.signalman.semaphore.http;

import static dev.signalman.semaphore.http.WireMapping.list;
import static dev.signalman.semaphore.http.WireMapping.some;
import static dev.signalman.semaphore.http.WireMapping.text;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalman.domain.Deployment;
import dev.signalman.domain.Page;
import dev.signalman.semaphore.http.WireMapping.WireEnvVar;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A target's deployments in the API's JSON; a cursor counts microseconds, and 0 means none. */
record WireHistory(
        @Nullable List<@Nullable WireDeployment> deployments,
        @Nullable Long cursorBefore) {

    record WireDeployment(
            @Nullable String id,
            @Nullable String targetId,
            @Nullable String prevPipelineId,
            @Nullable String pipelineId,
            @Nullable String targetName,
            @Nullable String triggeredBy,
            @Nullable JsonNode triggeredAt,
            @Nullable String state,
            @Nullable String stateMessage,
            @Nullable List<@Nullable WireEnvVar> envVars) {

        Deployment toDeployment() {
            return new Deployment(
                    text(id),
                    text(targetId),
                    text(prevPipelineId),
                    some(pipelineId),
                    text(targetName),
                    text(triggeredBy),
                    WireTime.read(triggeredAt),
                    WireMapping.word(state, Deployment.State.UNKNOWN),
                    text(stateMessage),
                    WireMapping.environment(envVars));
        }
    }

    Page<Deployment> toPage() {
        var older = cursorBefore == null || cursorBefore <= 0 ? null : Long.toString(cursorBefore);
        return new Page<>(
                list(deployments).stream().map(WireDeployment::toDeployment).toList(), older);
    }
}
