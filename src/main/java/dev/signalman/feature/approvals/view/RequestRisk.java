package dev.signalman.feature.approvals.view;

import dev.signalman.card.Symbol;
import dev.signalman.card.Text;
import dev.signalman.domain.Freeze;
import dev.signalman.feature.approvals.request.ApprovalRequest;
import dev.signalman.ruling.Policy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Why voters should look twice at a promotion, in one line: failures before it, a freeze to come, a long pause. */
final class RequestRisk {
    /** A deploy and what it may need afterwards take less. */
    private static final Duration SOON = Duration.ofHours(2);

    private static final Duration LONG_AGO = Duration.ofDays(14);
    private static final int DAYS_OF_A_WEEK = 7;

    private RequestRisk() {}

    /** The line; empty when there is no risk. */
    static Text of(ApprovalRequest request, List<Policy> policies, Instant now) {
        var risks = new ArrayList<Text>();
        int failures = request.ships().failures();
        if (failures > 0) {
            risks.add(Text.of("First deploy after " + (failures == 1 ? "a failure" : failures + " failures")));
        }
        freeze(policies, now)
                .map(begin -> Text.of(risks.isEmpty() ? "A freeze starts " : "a freeze starts ")
                        .date(begin))
                .ifPresent(risks::add);
        pause(request)
                .map(ago -> Text.of((risks.isEmpty() ? "Last deploy was " : "last deploy was ") + ago))
                .ifPresent(risks::add);
        var line = Text.empty();
        for (var risk : risks) {
            line = line.spans().isEmpty()
                    ? line.symbol(Symbol.WARNING).text(risk)
                    : line.plain("  ·  ").text(risk);
        }
        return line;
    }

    /** The start of the next freeze, if it is soon and none holds now. */
    private static Optional<Instant> freeze(List<Policy> policies, Instant now) {
        var freezes =
                policies.stream().flatMap(policy -> policy.freezes().stream()).toList();
        if (freezes.stream().anyMatch(freeze -> freeze.at(now).isPresent())) {
            return Optional.empty(); // the rule of freezes says so
        }
        return freezes.stream()
                .map(freeze -> freeze.following(now))
                .flatMap(Optional::stream)
                .map(Freeze.Window::since)
                .flatMap(begin -> Optional.ofNullable(begin).stream())
                .filter(begin -> begin.isBefore(now.plus(SOON)))
                .min(Comparator.naturalOrder());
    }

    private static Optional<String> pause(ApprovalRequest request) {
        var since = request.ships().since();
        if (since == null) {
            return Optional.empty();
        }
        var pause = Duration.between(since, request.opened());
        return pause.compareTo(LONG_AGO) < 0
                ? Optional.empty()
                : Optional.of(pause.toDays() / DAYS_OF_A_WEEK + " weeks ago");
    }
}
