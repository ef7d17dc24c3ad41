package dev.signalman.app.policy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The JSON Schema (draft 7) of a file of cases, with which editors complete keys and mark errors. */
public final class CaseSchema {
    private CaseSchema() {}

    /** Returns the schema as it is written. */
    public static String print() {
        try (var resource = CaseSchema.class.getResourceAsStream("cases.schema.json")) {
            return new String(
                    Objects.requireNonNull(resource, "The schema is not in the jar")
                            .readAllBytes(),
                    StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
