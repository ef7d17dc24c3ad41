package dev.signalman.web;

/**
 * Maps requests to an {@link Endpoint}.
 *
 * @param method upper case, or {@code *} for any
 * @param path an exact path, or a prefix when it ends with {@code /*}
 * @param apart whether it has a thread of its own, which other routes cannot keep busy
 */
public record Route(String method, String path, Endpoint endpoint, boolean apart) {
    /** A route on the shared threads. */
    public Route(String method, String path, Endpoint endpoint) {
        this(method, path, endpoint, false);
    }

    public static Route of(String method, String path, Endpoint endpoint) {
        return new Route(method, path, endpoint);
    }

    /** A route with a thread of its own, so it answers while all others are busy. */
    public static Route apart(String method, String path, Endpoint endpoint) {
        return new Route(method, path, endpoint, true);
    }

    /** Any method, and every path that starts with {@code prefix}, which ends with a slash. */
    public static Route under(String prefix, Endpoint endpoint) {
        return new Route("*", prefix + "*", endpoint);
    }

    /** Web sockets on one exact path; other requests there get an error. */
    public static Route socket(String path, WebSocketEndpoint endpoint) {
        return new Route("GET", path, new WebSocketUpgrade(endpoint));
    }

    /**
     * Whether the route matches a request.
     *
     * @param raw the path as sent: an exact path has one spelling only, or a proxy's rule would not cover it
     * @param path the path, decoded
     */
    boolean matches(String method, String raw, String path) {
        return matches(method, this.path.endsWith("/*") ? path : raw);
    }

    public boolean matches(String method, String path) {
        return (this.method.equals("*") || this.method.equals(method))
                && (this.path.endsWith("/*")
                        ? path.startsWith(this.path.substring(0, this.path.length() - 1))
                        : this.path.equals(path));
    }
}
