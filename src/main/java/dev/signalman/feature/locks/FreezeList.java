package dev.signalman.feature.locks;

import dev.signalman.card.Symbol;
import dev.signalman.card.Text;
import dev.signalman.domain.Freeze;
import dev.signalman.domain.Freeze.Window;
import dev.signalman.ruling.Policies;
import dev.signalman.ruling.Policy;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The configured freezes, one per line: until when one holds, or when it holds next. */
final class FreezeList {
    private final Supplier<Policies> policies;
    private final JdbiTargetHolds holds;
    private final InstantSource clock;

    @Inject
    FreezeList(Supplier<Policies> policies, JdbiTargetHolds holds, InstantSource clock) {
        this.policies = policies;
        this.holds = holds;
        this.clock = clock;
    }

    /** Current freezes first, otherwise in file order; a freeze that never holds again is left out. */
    List<Text> rows() {
        var now = clock.instant();
        var holding =
                all().filter(each -> each.freeze().at(now).isPresent()).map(each -> bound(holding(each, now), each));
        var coming = all().filter(each -> each.freeze().at(now).isEmpty()).flatMap(each -> coming(each, now).stream());
        return Stream.concat(holding, coming).toList();
    }

    /** What is frozen now, in a sentence; empty for nothing. */
    String sentence() {
        var now = clock.instant();
        return all().filter(each -> each.freeze().at(now).isPresent())
                .map(each -> which(each.policy()).spoken())
                .distinct()
                .collect(Collectors.collectingAndThen(
                        Collectors.joining("; "), names -> names.isEmpty() ? "" : "Frozen now: " + names + "."));
    }

    private record Entry(Policy policy, Freeze freeze) {}

    private Stream<Entry> all() {
        return policies.get().all().stream()
                .flatMap(policy -> policy.freezes().stream().map(freeze -> new Entry(policy, freeze)));
    }

    private static Text holding(Entry entry, Instant now) {
        var until = entry.freeze().at(now).map(Window::until).orElse(null);
        var line = line(entry.policy());
        return reason(
                until == null
                        ? line.plain("frozen, no end set")
                        : line.plain("frozen until ").date(until),
                entry);
    }

    private Text bound(Text line, Entry entry) {
        var rows = holds.all().stream()
                .filter(row ->
                        entry.policy().matches(row.what().key(), row.what().project()))
                .toList();
        return entry.freeze().server()
                ? line.plain("  ·  " + WebHoldStatus.of(rows).words())
                : line;
    }

    private static Optional<Text> coming(Entry entry, Instant now) {
        return entry.freeze().following(now).map(window -> {
            var since = window.since();
            var until = window.until();
            var line = line(entry.policy()).plain("next frozen from ").date(since == null ? now : since);
            var said = reason(
                    until == null
                            ? line.plain(", no end set")
                            : line.plain(" until ").date(until),
                    entry);
            return entry.freeze().server() ? said.plain("  ·  also in Semaphore's web UI") : said;
        });
    }

    private static Text line(Policy policy) {
        return Text.empty().symbol(Symbol.FROZEN).text(which(policy)).plain("  ·  ");
    }

    private static Text which(Policy policy) {
        var name = policy.name().equals("*")
                ? Text.of("every promotion")
                : Text.empty().bold(policy.name());
        var text = name.plain(" of ");
        if (policy.projects().isEmpty()) {
            return text.plain("every project");
        }
        var named = text.bold(policy.projects().get(0));
        for (var project : policy.projects().subList(1, policy.projects().size())) {
            named = named.plain(", ").bold(project);
        }
        return named;
    }

    private static Text reason(Text line, Entry entry) {
        return entry.freeze().reason().isEmpty()
                ? line
                : line.plain(": " + entry.freeze().reason());
    }
}
