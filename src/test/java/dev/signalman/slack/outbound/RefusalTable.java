package dev.signalman.slack.outbound;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The table {@code refusals.txt}: Slack's documented error codes per method, and their kinds. */
public final class RefusalTable {
    private static final String ALL = "every method";
    private static final String URL = "response_url";

    private final Map<String, Map<String, String>> sections = new LinkedHashMap<>();

    private RefusalTable() {}

    /** Reads the table. */
    public static RefusalTable read() {
        try (var file = RefusalTable.class.getResourceAsStream("refusals.txt")) {
            var table = new RefusalTable();
            var section = new LinkedHashMap<String, String>();
            var text = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
            for (var line : text.lines().toList()) {
                if (line.startsWith("[")) {
                    section = new LinkedHashMap<>();
                    table.sections.put(line.substring(1, line.length() - 1), section);
                } else if (!line.isBlank() && !line.startsWith("#")) {
                    int end = line.indexOf(' ');
                    section.put(line.substring(0, end), line.substring(end).strip());
                }
            }
            return table;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** A method's error codes, with the kind of each. */
    public Map<String, String> of(String method) {
        var words = new LinkedHashMap<String, String>();
        if (!method.equals(URL)) {
            words.putAll(section(ALL));
        }
        words.putAll(section(method));
        return words;
    }

    /** All methods, and {@code response_url}. */
    public Set<String> methods() {
        var methods = new LinkedHashMap<>(sections);
        methods.remove(ALL);
        return methods.keySet();
    }

    private Map<String, String> section(String name) {
        return sections.getOrDefault(name, Map.of());
    }
}
