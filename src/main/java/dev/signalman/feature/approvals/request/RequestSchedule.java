package dev.signalman.feature.approvals.request;

import dev.signalman.command.Promote;
import dev.signalman.command.ScheduledTime;
import dev.signalman.domain.Freeze;
import dev.signalman.ruling.Policies;
import dev.signalman.ruling.Policy;
import dev.signalman.ruling.RuledProjectNames;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Tells when a scheduled request goes, under the rules as they are now. */
public final class RequestSchedule {
    private final Supplier<Policies> policies;
    private final RuledProjectNames names;

    @Inject
    RequestSchedule(Supplier<Policies> policies, RuledProjectNames names) {
        this.policies = policies;
        this.names = names;
    }

    /**
     * When a promotion goes.
     *
     * @param among the policies that apply to it
     * @return null for at once, or after a freeze without an end
     */
    public static @Nullable Instant goesAt(Promote pinned, List<Policy> among, Instant now) {
        var time = pinned.scheduled();
        if (time instanceof ScheduledTime.Exact exact) {
            return exact.at().toInstant();
        }
        if (!(time instanceof ScheduledTime.AfterFreeze)) {
            return null;
        }
        var frozen = Freeze.together(Policy.freezes(among), now);
        return frozen.isEmpty() ? now : frozen.get().until();
    }

    /** When a scheduled request goes; unlike {@link ApprovalRequest#goesAt}, under the rules as they are now. */
    public @Nullable Instant goesAt(ApprovalRequest request, Instant now) {
        var known = request.goesAt();
        if (!(request.pinned().scheduled() instanceof ScheduledTime.AfterFreeze)) {
            return known;
        }
        var cargo = request.cargo();
        var project = names.of(cargo.projectId(), cargo.project()).name();
        var frozen = Freeze.together(
                Policy.freezes(policies.get().of(request.pinned().promotion(), project)), now);
        if (frozen.isPresent()) {
            return frozen.get().until();
        }
        return known != null && !known.isAfter(now) ? known : now;
    }
}
