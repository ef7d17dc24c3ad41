package dev.signalman.semaphore.http;

import dev.signalman.semaphore.Credential;
import dev.signalman.semaphore.TokenTrial;
import java.time.Duration;
import java.util.Map;

/** Tries a token by listing projects, once: whoever typed it is waiting in front of a form. */
final class HttpTokenTrial implements TokenTrial {
    /** Up to 500 projects are listed; Slack gives a form three seconds in all. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Wire wire;

    HttpTokenTrial(Wire wire) {
        this.wire = wire;
    }

    @Override
    public int projectsSeen(Credential credential) {
        var api = wire.api(ProjectsApi.class, credential, PATIENCE);
        return wire.calls(credential)
                .once("projects.list", () -> api.list(Map.of()))
                .items()
                .size();
    }
}
