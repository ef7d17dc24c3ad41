package dev.signalman.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the bot takes from a notification: which pipeline to read, and who triggered it. Everything else in it may be
 * outdated, and is read from Semaphore.
 *
 * @param pipelineId a UUID in lower case
 * @param author the sender's e-mail address, which Semaphore's API does not give; null where there is no valid one
 */
record PipelineHint(String pipelineId, @Nullable String author) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern UUID = Pattern.compile("[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final Pattern EMAIL = Pattern.compile("[\\x21-\\x7e&&[^@<>\"]]{1,64}@[A-Za-z0-9.-]{1,255}");

    /** Parses a payload of any version; empty when it names no pipeline. */
    static Optional<PipelineHint> in(byte[] body) {
        try {
            var payload = JSON.readTree(new String(body, StandardCharsets.UTF_8));
            var id = payload.path("pipeline").path("id").asText();
            return UUID.matcher(id).matches()
                    ? Optional.of(new PipelineHint(id.toLowerCase(Locale.ROOT), author(payload)))
                    : Optional.empty();
        } catch (JsonProcessingException misshapen) {
            return Optional.empty();
        }
    }

    private static @Nullable String author(JsonNode payload) {
        var email = payload.path("revision").path("sender").path("email").asText();
        return EMAIL.matcher(email).matches() ? email : null;
    }

    /** Omits the e-mail address. */
    @Override
    public String toString() {
        return "PipelineHint[" + pipelineId + "]";
    }
}
