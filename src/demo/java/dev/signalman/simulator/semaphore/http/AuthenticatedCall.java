package dev.signalman.simulator.semaphore.http;

import dev.signalman.simulator.semaphore.Permission;
import dev.signalman.simulator.semaphore.SemaphoreUser;
import dev.signalman.simulator.semaphore.SimulatedProject;
import dev.signalman.web.HttpCall;
import java.time.Instant;
import java.util.List;

/**
 * A call by an authenticated user.
 *
 * @param path the segments after {@code /api/v1alpha/}
 * @param now when it is answered
 */
record AuthenticatedCall(
        HttpCall http, List<String> path, RequestParameters parameters, SemaphoreUser user, Instant now) {
    AuthenticatedCall {
        path = List.copyOf(path);
    }

    /** Whether it has this method and number of segments. */
    boolean is(String method, int segments) {
        return http.method().equals(method) && path.size() == segments;
    }

    /** As {@link #is(String, int)}, and ends in {@code last}. */
    boolean is(String method, int segments, String last) {
        return is(method, segments) && path.get(segments - 1).equals(last);
    }

    boolean may(Permission permission, SimulatedProject project) {
        return user.may(permission, project);
    }

    String host() {
        var host = http.header("host");
        return host == null ? "localhost" : host;
    }
}
