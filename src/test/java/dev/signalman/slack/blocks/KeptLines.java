package dev.signalman.slack.blocks;

import dev.signalman.dispatch.LongLines;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Long lines kept in memory. */
final class KeptLines implements LongLines {
    private final Map<String, String> lines = new LinkedHashMap<>();

    @Override
    public String keep(String line) {
        for (var kept : lines.entrySet()) {
            if (kept.getValue().equals(line)) {
                return kept.getKey();
            }
        }
        var reference = MARK + String.format("%035d", lines.size());
        lines.put(reference, line);
        return reference;
    }

    @Override
    public @Nullable String recall(String reference) {
        return lines.get(reference);
    }
}
