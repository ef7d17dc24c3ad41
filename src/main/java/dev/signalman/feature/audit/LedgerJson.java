package dev.signalman.feature.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.signalman.feature.audit.LedgerRow.Seal;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** Converts rows to lines of JSON, with field names and values as hashed ({@link LedgerRowEncoding}), all in ASCII. */
public final class LedgerJson {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private LedgerJson() {}

    /** Writes a row without a line break. */
    public static String write(LedgerRow row) {
        var json = JSON.createObjectNode()
                .put("number", row.number())
                .put("at", LedgerRowEncoding.time(row.at()))
                .put("kind", row.kind())
                .put("user", row.userId())
                .put("name", row.userName())
                .put("team", row.teamId())
                .put("account", row.account())
                .put("channel", row.channel())
                .put("thread", row.thread())
                .put("line", row.line())
                .put("rules", row.rules())
                .put("outcome", row.outcome())
                .put("words", row.words())
                .put("encoding", row.seal().encoding())
                .put("key", row.seal().keyId())
                .put("previous", row.seal().previous())
                .put("hash", row.seal().hash());
        try {
            return JSON.writeValueAsString(json);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /**
     * Parses a line of {@link #write}.
     *
     * @throws IllegalArgumentException when it is malformed
     */
    static LedgerRow read(String line) {
        try {
            var json = JSON.readTree(line);
            return new LedgerRow(
                    json.required("number").asLong(),
                    Instant.parse(text(json, "at")),
                    text(json, "kind"),
                    text(json, "user"),
                    text(json, "name"),
                    orNull(json, "team"),
                    orNull(json, "account"),
                    orNull(json, "channel"),
                    orNull(json, "thread"),
                    text(json, "line"),
                    orNull(json, "rules"),
                    text(json, "outcome"),
                    text(json, "words"),
                    new Seal(
                            json.required("encoding").asInt(),
                            orNull(json, "key"),
                            text(json, "previous"),
                            text(json, "hash")));
        } catch (JsonProcessingException | DateTimeParseException unreadable) {
            throw new IllegalArgumentException("No row of a ledger", unreadable);
        }
    }

    private static String text(JsonNode json, String field) {
        return json.required(field).asText();
    }

    private static @Nullable String orNull(JsonNode json, String field) {
        return json.required(field).textValue();
    }
}
