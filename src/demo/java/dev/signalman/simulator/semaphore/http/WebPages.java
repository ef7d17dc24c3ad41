package dev.signalman.simulator.semaphore.http;

import dev.signalman.simulator.semaphore.Organization;
import dev.signalman.simulator.semaphore.Permission;
import dev.signalman.simulator.semaphore.Timeline;
import dev.signalman.web.HttpCall;
import dev.signalman.web.Reply;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Web pages, of which programs use only the public keys and plain logs; these accept API tokens only if configured. */
final class WebPages {
    private static final Pattern PLAIN_LOG = Pattern.compile("/jobs/([^/]+)/plain_logs\\.(json|txt)");

    private static final Set<String> KEYS = Set.of("/.well-known/jwks", "/.well-known/jwks.json");

    private final Organization organization;
    private final CallAuthenticator callAuthenticator;
    private final LogHost host;

    WebPages(Organization organization, CallAuthenticator callAuthenticator, LogHost host) {
        this.organization = organization;
        this.callAuthenticator = callAuthenticator;
        this.host = host;
    }

    Reply answer(String path, HttpCall call) {
        if (call.method().equals("GET") && KEYS.contains(path)) {
            return Reply.json(200, organization.jobTokens().publicKeys().toString())
                    .with("cache-control", "max-age=900, public, must-revalidate");
        }
        var asked = PLAIN_LOG.matcher(path);
        var user = organization.settings().acceptsTokensInWebPages()
                ? callAuthenticator.caller(call)
                : Optional.<dev.signalman.simulator.semaphore.SemaphoreUser>empty();
        if (!call.method().equals("GET") || !asked.matches() || user.isEmpty()) {
            return lost();
        }
        var job = organization
                .job(asked.group(1))
                .filter(each -> user.get()
                        .may(Permission.VIEW, each.pipeline().workflow().project()));
        if (job.isEmpty() || !Timeline.reached(job.get().times().startedAt(), organization.now())) {
            return lost();
        }
        return job.get().times().plan().selfHosted()
                ? Reply.bare(307, "").with("location", host.address(call, job.get()))
                : Reply.text(200, job.get().times().log());
    }

    private static Reply lost() {
        var page = "<!DOCTYPE html><html><body><h1>404</h1><p>Page not found</p></body></html>";
        return new Reply(404, "text/html; charset=utf-8", Map.of(), page.getBytes(StandardCharsets.UTF_8));
    }
}
