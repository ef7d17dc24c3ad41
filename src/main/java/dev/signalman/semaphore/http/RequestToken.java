package dev.signalman.semaphore.http;

import java.util.Map;

/**
 * The token by which Semaphore recognizes a repeated act. An empty one would make the act unsafe to repeat, so it is
 * rejected as a bug.
 */
final class RequestToken {
    static final String NAME = "request_token";

    private RequestToken() {}

    static String checked(String token) {
        if (token.isBlank()) {
            throw new IllegalArgumentException("An act needs a request token");
        }
        return token;
    }

    static Map<String, Object> query(String token) {
        return Map.of(NAME, checked(token));
    }
}
