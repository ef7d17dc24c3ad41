package dev.signalman.simulator.semaphore.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalman.web.Reply;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The forms of Semaphore's answers, nearly all without a content type: docs/semaphore.md. */
final class SemaphoreResponses {
    static final ObjectMapper JSON = new ObjectMapper();

    private SemaphoreResponses() {}

    /** An empty JSON object to fill. */
    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** A JSON value, without content type. */
    static Reply value(int status, Object value) {
        return Reply.bare(status, written(value));
    }

    /** A JSON string literal, quotes and all, without content type. */
    static Reply string(int status, String words) {
        return value(status, words);
    }

    /** {@code {"message":…}}, as projects have it, without content type. */
    static Reply message(int status, String words) {
        return value(status, object().put("message", words));
    }

    /** JSON with its content type, as jobs and logs have it. */
    static Reply typed(int status, Object value) {
        return new Reply(status, "application/json", Map.of(), written(value).getBytes(StandardCharsets.UTF_8));
    }

    /** An error of the gRPC gateway. */
    static Reply grpc(int status, int code, String words) {
        var error = object().put("code", code).put("message", words);
        error.putArray("details");
        return typed(status, error);
    }

    static Reply notFound() {
        return Reply.bare(404, "Not Found");
    }

    static Reply permissionDenied() {
        return Reply.bare(401, "Permission denied");
    }

    static Reply internalError() {
        return string(500, "Internal error");
    }

    /** The router's answer to an unknown path. */
    static Reply oops() {
        return Reply.bare(404, "oops");
    }

    static String written(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
