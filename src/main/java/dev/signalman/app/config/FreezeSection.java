package dev.signalman.app.config;

import dev.signalman.domain.Freeze;
import dev.signalman.domain.Freeze.Unreadable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads the key {@code freeze} of a rule: the times at which promotions are refused. */
final class FreezeSection {
    private FreezeSection() {}

    static List<Freeze> read(FileMapping rule) {
        List<Freeze> freezes = new ArrayList<>();
        var entries = rule.mappings("freeze");
        if (rule.has("freeze") && entries.isEmpty()) {
            rule.fault("freeze", "is empty; list times, such as [{cron: \"0 0 16 * * FRI\", for: PT64H, zone: UTC}]");
        }
        for (var entry : entries) {
            entry.allow(Set.of("cron", "for", "zone", "reason", "server"));
            var cron = entry.requiredText("cron");
            var lasting = entry.requiredText("for");
            var zone = entry.requiredText("zone");
            var reason = entry.text("reason");
            boolean server = entry.truth("server", false);
            if (cron.isEmpty() || lasting.isEmpty() || zone.isEmpty()) {
                continue;
            }
            try {
                var freeze = Freeze.of(cron, lasting, zone, reason == null ? "" : reason);
                freezes.add(server ? freeze.onTheServer() : freeze);
            } catch (Unreadable faulty) {
                entry.fault(faulty.part(), String.valueOf(faulty.getMessage()));
            }
        }
        return freezes;
    }
}
