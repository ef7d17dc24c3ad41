package dev.signalman.feature.locks;

import dev.signalman.domain.Freeze;
import dev.signalman.domain.NormalizedName;
import dev.signalman.domain.Project;
import dev.signalman.ruling.Policies;
import dev.signalman.ruling.Policy;
import dev.signalman.ruling.RuledProjectNames;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Why deployment targets should be deactivated now: locks and freezes that also hold in Semaphore's web, on the target
 * with the promotion's name.
 */
final class TargetHoldReasons {
    private final JdbiLocks locks;
    private final Supplier<Policies> policies;
    private final RuledProjectNames names;
    private final InstantSource clock;

    @Inject
    TargetHoldReasons(JdbiLocks locks, Supplier<Policies> policies, RuledProjectNames names, InstantSource clock) {
        this.locks = locks;
        this.policies = policies;
        this.names = names;
        this.clock = clock;
    }

    /**
     * A reason.
     *
     * @param words to follow "for"
     * @param lock null for a freeze
     * @param policy the freeze's policy; null for a lock
     */
    record Cause(
            String words, @Nullable HeldLock lock, @Nullable Policy policy) {}

    /** The reasons for a target, a lock first. */
    List<Cause> over(LockedPromotion what) {
        var now = clock.instant();
        var project = names.of(what.projectId(), what.project()).name(); // a renamed project stays frozen
        var lock = locks.of(what)
                .filter(held -> held.server() && held.holds(now))
                .map(held -> new Cause("the lock of " + held.holder().name() + LockPhrases.because(held), held, null));
        return Stream.concat(
                        lock.stream(),
                        frozen(now)
                                .filter(policy -> policy.matches(what.key(), project))
                                .map(policy -> new Cause(words(policy, now), null, policy)))
                .toList();
    }

    /** The current locks that also hold in Semaphore's web. */
    List<HeldLock> locks() {
        return locks.all().stream().filter(HeldLock::server).toList();
    }

    /** Whether any freeze currently also holds in Semaphore's web; saves reading the projects. */
    boolean anyFrozen() {
        return frozen(clock.instant()).findAny().isPresent();
    }

    /** Whether such a freeze currently holds in this project. */
    boolean frozen(Project project) {
        var name = names.of(project).name();
        return frozen(clock.instant()).anyMatch(policy -> policy.holdsIn(name));
    }

    /** All reasons in words, to follow "for". */
    static String words(List<Cause> causes) {
        return causes.stream().map(Cause::words).collect(Collectors.joining(", and "));
    }

    static Optional<HeldLock> lock(List<Cause> causes) {
        return causes.stream()
                .flatMap(cause -> Optional.ofNullable(cause.lock()).stream())
                .findFirst();
    }

    private Stream<Policy> frozen(Instant now) {
        return policies.get().all().stream()
                .filter(policy -> holding(policy, now).isPresent());
    }

    private static String words(Policy policy, Instant now) {
        var reason = holding(policy, now).map(Freeze::reason).orElse("");
        return "the freeze of " + NormalizedName.of(policy.name()) + (reason.isEmpty() ? "" : ": " + reason);
    }

    private static Optional<Freeze> holding(Policy policy, Instant now) {
        return policy.freezes().stream()
                .filter(freeze -> freeze.server() && freeze.at(now).isPresent())
                .findFirst();
    }
}
