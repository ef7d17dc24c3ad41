package dev.signalman.web;

/**
 * Which requests go to an {@link Endpoint}.
 *
 * @param method upper case, or {@code *} for any
 * @param path an exact path, or a prefix when it ends with {@code /*}
 * @param apart whether it is answered on a thread of its own, which requests of other routes cannot keep busy
 */
public record Route(String method, String path, Endpoint endpoint, boolean apart) {
    /** One that is answered on the threads of all. */
    public Route(String method, String path, Endpoint endpoint) {
        this(method, path, endpoint, false);
    }

    /** Requests of one method to one exact path. */
    public static Route of(String method, String path, Endpoint endpoint) {
        return new Route(method, path, endpoint);
    }

    /** A route with a thread of its own, so that it answers while all others are busy. */
    public static Route apart(String method, String path, Endpoint endpoint) {
        return new Route(method, path, endpoint, true);
    }

    /** Requests of any method to every path that starts with {@code prefix}, which ends with a slash. */
    public static Route under(String prefix, Endpoint endpoint) {
        return new Route("*", prefix + "*", endpoint);
    }

    /** Web sockets on one exact path; a request for anything else there is told so. */
    public static Route socket(String path, WebSocketEndpoint endpoint) {
        return new Route("GET", path, new WebSocketUpgrade(endpoint));
    }

    /**
     * Whether a request is for it.
     *
     * @param raw the path as it was sent: an exact path is spelt in one way only, or a rule of a proxy would not cover it
     * @param path the same, decoded
     */
    boolean matches(String method, String raw, String path) {
        return matches(method, this.path.endsWith("/*") ? path : raw);
    }

    /** Whether a request of that method and path is for it. */
    public boolean matches(String method, String path) {
        return (this.method.equals("*") || this.method.equals(method))
                && (this.path.endsWith("/*")
                        ? path.startsWith(this.path.substring(0, this.path.length() - 1))
                        : this.path.equals(path));
    }
}
