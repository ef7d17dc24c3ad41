package dev.signalman.feature.enforcement;

import dev.signalman.command.Enforce;
import dev.signalman.dispatch.ActResult;
import dev.signalman.dispatch.Delivery;
import dev.signalman.dispatch.Outcome;
import dev.signalman.dispatch.PollIntervals;
import dev.signalman.dispatch.ReconcileKey;
import dev.signalman.dispatch.ReconcileResult;
import dev.signalman.dispatch.Reconciler;
import dev.signalman.domain.AdmittedSubject;
import dev.signalman.domain.DeploymentTarget;
import dev.signalman.domain.Place;
import dev.signalman.domain.RefPattern;
import dev.signalman.domain.TargetAccess;
import dev.signalman.feature.enforcement.EnforcedTarget.State;
import dev.signalman.port.SettledActs;
import dev.signalman.ruling.Policies;
import dev.signalman.semaphore.Semaphore;
import dev.signalman.semaphore.SemaphoreException;
import dev.signalman.semaphore.SemaphoreException.Kind;
import dev.signalman.subject.ProjectDirectory;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the rules of a deployment target to what {@code enforce: target} wants, and tells the rule's channel when somebody
 * had changed them. It reads the current state each time, so early, late and repeated wakes are harmless.
 */
final class EnforcedTargetReconciler implements Reconciler {
    private static final Logger LOG = LoggerFactory.getLogger(EnforcedTargetReconciler.class);

    /** Wait after a refusal, which only people can resolve. */
    private static final Duration ASK_AGAIN = Duration.ofHours(1);

    /** Wait for a syncing target, which accepts no change for some seconds. */
    private static final Duration ASK_SOON = Duration.ofSeconds(10);

    /** Misses after which the target is left to {@link EnforcedTargetPoller}. */
    private static final int MOST_MISSES = 8;

    private final Supplier<Policies> policies;
    private final EnforcedTargetStore store;
    private final BotAccount account;
    private final ChangedTargetAlert alert;
    private final Semaphore semaphore;
    private final ProjectDirectory projects;
    private final SettledActs results;
    private final PollIntervals pollIntervals;
    private final InstantSource clock;

    @Inject
    EnforcedTargetReconciler(
            Supplier<Policies> policies,
            EnforcedTargetStore store,
            BotAccount account,
            ChangedTargetAlert alert,
            Semaphore semaphore,
            ProjectDirectory projects,
            SettledActs results,
            PollIntervals pollIntervals,
            InstantSource clock) {
        this.policies = policies;
        this.store = store;
        this.account = account;
        this.alert = alert;
        this.semaphore = semaphore;
        this.projects = projects;
        this.results = results;
        this.pollIntervals = pollIntervals;
        this.clock = clock;
    }

    @Override
    public ReconcileKey.Kind kind() {
        return ReconcileKey.Kind.ENFORCED_TARGET;
    }

    @Override
    public ReconcileResult reconcile(ReconcileKey key) {
        var before = store.of(key.id()).orElse(null);
        if (before != null
                && before.state() == State.ASKING
                && results.of(String.valueOf(before.act())).isEmpty()) {
            return new ReconcileResult.Unchanged(pollIntervals.moment()); // the settled act also wakes it
        }
        try {
            var target = semaphore.deploymentTargets().describe(key.id());
            return compare(key, target, projects.nameOf(target.projectId()), before);
        } catch (SemaphoreException failure) {
            LOG.info("The deployment target {} could not be read: {}", key.id(), failure.kind());
            if (failure.kind() == Kind.NOT_FOUND && before != null) {
                return new ReconcileResult.Over(Outcome.nothing().with(store.forgetting(before)));
            }
            return key.failures() < MOST_MISSES ? new ReconcileResult.Failed() : new ReconcileResult.Over();
        }
    }

    private ReconcileResult compare(
            ReconcileKey key, DeploymentTarget target, String project, @Nullable EnforcedTarget before) {
        var rules = policies.get();
        if (!EnforcedTargets.enforced(rules, project, target)) {
            return new ReconcileResult.Over(
                    before == null ? Outcome.nothing() : Outcome.nothing().with(store.forgetting(before)));
        }
        var now = clock.instant();
        var known = before == null ? null : settled(before, now);
        var bot = account.under(rules).orElse(null);
        if (bot == null) {
            return mayAsk(known, now) ? ask(key, target, project, rules, null, known, before) : over(known, before);
        }
        var wanted = EnforcedTargets.wanted(rules, project, target, bot);
        var words = words(wanted);
        if (target.access().sameAs(wanted)) {
            if (known != null && known.state() == State.KEPT && known.wanted().equals(words)) {
                return over(known, before);
            }
            var kept = known == null
                    ? EnforcedTarget.first(target, project, State.KEPT, words, null, now)
                    : known.kept(words, now);
            return over(kept, before);
        }
        return mayAsk(known, now) ? ask(key, target, project, rules, bot, known, before) : over(known, before);
    }

    private static boolean mayAsk(@Nullable EnforcedTarget known, Instant now) {
        return known == null || known.mayAsk(now);
    }

    private ReconcileResult over(@Nullable EnforcedTarget known, @Nullable EnforcedTarget before) {
        return new ReconcileResult.Over(
                known == null || known.equals(before)
                        ? Outcome.nothing()
                        : Outcome.nothing().with(store.putting(known, before)));
    }

    private ReconcileResult ask(
            ReconcileKey key,
            DeploymentTarget target,
            String project,
            Policies rules,
            @Nullable AdmittedSubject bot,
            @Nullable EnforcedTarget known,
            @Nullable EnforcedTarget before) {
        var now = clock.instant();
        var seen = State.ASKING + " since " + now;
        var branches = EnforcedTargets.branches(rules, project, target);
        var wanted = bot == null ? "" : words(TargetAccess.only(bot, branches));
        var next = known == null
                ? EnforcedTarget.first(target, project, State.ASKING, wanted, key.act(seen), now)
                : known.asked(wanted, key.act(seen), now);
        // a first time, a changed rule or a lost answer is no change by somebody
        var changed = bot != null
                && known != null
                && known.state() == State.KEPT
                && known.wanted().equals(wanted);
        var who = changed ? alert.who(target) : "";
        var outcome = Outcome.act(new Enforce(
                        target.id(),
                        target.name(),
                        project,
                        bot == null ? null : bot.written(),
                        branches.stream().map(RefPattern::text).toList(),
                        changed
                                ? account(target) + " changed its rules in Semaphore"
                                : "signalman.yml says enforce: target"))
                .with(store.putting(next, before));
        if (bot != null && changed) {
            var card = alert.card(target, project, who, TargetAccess.only(bot, branches));
            for (var channel : alert.channels(rules, project, target)) {
                outcome = outcome.saying(new Delivery.ToPlace(Place.channel(channel), card));
            }
        }
        return ReconcileResult.changed(seen, outcome, pollIntervals.moment());
    }

    /** The state after a pending change was settled. */
    private EnforcedTarget settled(EnforcedTarget before, Instant now) {
        if (before.state() != State.ASKING) {
            return before;
        }
        var result = results.of(String.valueOf(before.act())).orElse(null);
        if (result == null || result.state() == ActResult.State.UNKNOWN) {
            return before.refused("Semaphore didn't confirm the change of its rules.", now, now);
        }
        if (result.state() == ActResult.State.DONE) {
            return before.kept(before.wanted(), now);
        }
        LOG.warn("{}", result.words());
        var wait = EnforceExecutor.passes(result.words()) ? ASK_SOON : ASK_AGAIN;
        return before.refused(result.words(), now, now.plus(wait));
    }

    /** The ledger keeps the id: a name is not unique, and chosen by whoever has it. */
    private static String account(DeploymentTarget target) {
        return target.updatedBy().matches("[0-9A-Za-z-]{1,64}") ? "the account " + target.updatedBy() : "someone";
    }

    private static String words(TargetAccess access) {
        return access.who() + "\n" + access.what();
    }
}
