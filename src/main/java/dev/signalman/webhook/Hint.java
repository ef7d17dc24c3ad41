package dev.signalman.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What is taken from a notification: which pipeline to look at. All else in it may be old when it comes, and is read from
 * Semaphore instead.
 *
 * @param pipelineId a UUID in lower case
 */
record Hint(String pipelineId) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern UUID = Pattern.compile("[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    /** The hint in a payload of whatever version; empty when it names no pipeline. */
    static Optional<Hint> in(byte[] body) {
        try {
            var id = JSON.readTree(new String(body, java.nio.charset.StandardCharsets.UTF_8))
                    .path("pipeline")
                    .path("id")
                    .asText();
            return UUID.matcher(id).matches() ? Optional.of(new Hint(id.toLowerCase(Locale.ROOT))) : Optional.empty();
        } catch (JsonProcessingException misshapen) {
            return Optional.empty();
        }
    }
}
