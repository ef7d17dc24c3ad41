package dev.signalman.simulator.semaphore.http;

import dev.signalman.simulator.semaphore.Organization;
import dev.signalman.simulator.semaphore.SimulatedJob;
import dev.signalman.simulator.semaphore.Timeline;
import dev.signalman.web.HttpCall;
import dev.signalman.web.Reply;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * The host of self-hosted agents' logs, which accepts the key in the address. It uses the same port under loopback's
 * other name, so clients see another host.
 */
public final class LogHost {
    private static final String PATH = "/api/v1/logs/";

    private final Organization organization;
    private final List<LogFetch> visits = new ArrayList<>();

    public LogHost(Organization organization) {
        this.organization = organization;
    }

    /** The address of a job's log, for the caller. */
    String address(HttpCall call, SimulatedJob job) {
        var host = Objects.requireNonNullElse(call.header("host"), "127.0.0.1");
        var other = host.startsWith("127.0.0.1") ? host.replace("127.0.0.1", "localhost") : "127.0.0.1" + port(host);
        int api = call.path().indexOf("/api/v1alpha/");
        var prefix = call.path().substring(0, api < 0 ? call.path().indexOf("/jobs/") : api);
        return "http://" + other + prefix + PATH + job.id() + "?jwt=" + key(job.id());
    }

    private static String port(String host) {
        int colon = host.lastIndexOf(':');
        return colon < 0 ? "" : host.substring(colon);
    }

    static boolean isFor(String path) {
        return path.startsWith(PATH);
    }

    Reply answer(String path, HttpCall call) {
        var id = path.substring(PATH.length());
        var keys = call.queryParameters().getOrDefault("jwt", List.of());
        var job = organization.settings().takesLogPasses() && keys.contains(key(id))
                ? organization.job(id)
                : Optional.<SimulatedJob>empty();
        var reply = job.map(each -> {
                    if (!Timeline.reached(each.times().startedAt(), organization.now())) {
                        return Reply.bare(404, "Logs for " + id + " not found\n");
                    }
                    var answer = SemaphoreResponses.object();
                    answer.set(
                            "events",
                            LogEvents.of(
                                    each.times(),
                                    organization.now(),
                                    organization.settings().logSize()));
                    return SemaphoreResponses.typed(200, answer);
                })
                .orElseGet(() -> Reply.bare(401, "Unauthorized"));
        visits.add(new LogFetch(id, call.header("authorization") != null, reply.status()));
        return reply;
    }

    /** Downloads in order. */
    public List<LogFetch> visits() {
        synchronized (organization) {
            return List.copyOf(visits);
        }
    }

    private static String key(String jobId) {
        var name = ("log of " + jobId).getBytes(StandardCharsets.UTF_8);
        return "simulated." + UUID.nameUUIDFromBytes(name).toString().replace("-", "");
    }
}
