package dev.signalman.slack.blocks;

import dev.signalman.port.LongLineStore;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Long lines kept in memory. */
final class InMemoryLongLines implements LongLineStore {
    private final Map<String, String> lines = new HashMap<>();
    private final Map<String, String> references = new HashMap<>();

    @Override
    public String keep(String line) {
        var reference = references.computeIfAbsent(line, fresh -> MARK + String.format("%015d", references.size()));
        lines.put(reference, line);
        return reference;
    }

    @Override
    public @Nullable String recall(String reference) {
        return lines.get(reference);
    }
}
