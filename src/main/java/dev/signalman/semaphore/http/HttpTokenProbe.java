package dev.signalman.semaphore.http;

import dev.signalman.semaphore.Credential;
import dev.signalman.semaphore.TokenProbe;
import dev.signalman.semaphore.http.FeignProjects.ProjectsApi;
import java.time.Duration;
import java.util.Map;

/** Tries a token by listing projects, once: a person waits in front of a form. */
final class HttpTokenProbe implements TokenProbe {
    /** The list may have 500 projects, and Slack allows three seconds for a form in all. */
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
