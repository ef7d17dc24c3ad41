package dev.signalman.semaphore.http;

import static dev.signalman.semaphore.http.WireMapping.needed;
import static dev.signalman.semaphore.http.WireMapping.text;

import dev.signalman.domain.DeploymentTarget;
import org.jspecify.annotations.Nullable;

/** A deployment target in the API's JSON. */
record WireTarget(
        @Nullable String id,
        @Nullable String name,
        @Nullable String projectId,
        @Nullable String description,
        @Nullable String url,
        @Nullable String state,
        @Nullable String stateMessage,
        @Nullable Boolean active,
        @Nullable Boolean cordoned) {

    DeploymentTarget toTarget() {
        var stands = WireMapping.word(state, DeploymentTarget.State.UNKNOWN);
        return new DeploymentTarget(
                needed(id, "id"),
                text(name),
                text(projectId),
                text(description),
                text(url),
                stands,
                text(stateMessage),
                stands == DeploymentTarget.State.CORDONED
                        || Boolean.FALSE.equals(active)
                        || Boolean.TRUE.equals(cordoned));
    }
}
