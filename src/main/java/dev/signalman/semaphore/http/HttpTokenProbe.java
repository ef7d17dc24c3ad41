package dev.signalman.semaphore.http;

import dev.signalman.semaphore.Credential;
import dev.signalman.semaphore.TokenProbe;
import dev.signalman.semaphore.http.FeignProjects.ProjectsApi;
import java.time.Duration;
import java.util.Map;

/** Tries a token by listing projects, once: whoever typed it is waiting in front of a form. */
final class HttpTokenProbe implements TokenProbe {
    /** Up to 500 projects are listed; Slack gives a form three seconds in all. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final FeignFactory feignFactory;

    HttpTokenProbe(FeignFactory feignFactory) {
        this.feignFactory = feignFactory;
    }

    @Override
    public int projectsSeen(Credential credential) {
        var api = feignFactory.api(ProjectsApi.class, credential, PATIENCE);
        return feignFactory
                .calls(credential)
                .once("projects.list", () -> api.list(Map.of()))
                .items()
                .size();
    }
}
