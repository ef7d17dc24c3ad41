package dev.signalman.feature.enforcement;

import dev.signalman.command.Enforce;
import dev.signalman.dispatch.Act;
import dev.signalman.dispatch.ActExecutor;
import dev.signalman.dispatch.ActResult;
import dev.signalman.dispatch.FailureCards;
import dev.signalman.dispatch.Outcome;
import dev.signalman.dispatch.ProbeResult;
import dev.signalman.domain.Actor;
import dev.signalman.domain.AdmittedRef;
import dev.signalman.domain.AdmittedSubject;
import dev.signalman.domain.Member;
import dev.signalman.domain.RefPattern;
import dev.signalman.domain.TargetAccess;
import dev.signalman.semaphore.DeploymentTargets.Change;
import dev.signalman.semaphore.Semaphore;
import dev.signalman.semaphore.SemaphoreException;
import dev.signalman.semaphore.SemaphoreException.Kind;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Changes the rules of a deployment target. Repeating the call has no further effect, so an act that is not seen is
 * repeated. Where the bot's account is not known, a first call without effect makes Semaphore name it; where that would check
 * people who may be gone, it closes the target to everybody until the second call.
 */
final class EnforceExecutor implements ActExecutor<Enforce> {
    /** Failures that may pass; the caller reports them. */
    private static final Set<Kind> PASSING = Set.of(Kind.UNREACHABLE, Kind.BROKEN, Kind.LIMITED);

    private static final String SYNCING = "Invalid state: SYNCING";
    private static final String SERVICE_ACCOUNT =
            " Semaphore lets only people into these rules, not service accounts. Use a "
                    + "plain user's token for the bot, or give the bot's account a project role that nobody else has, and set "
                    + "deploys_as: role:ID in signalman.yml.";

    private final Semaphore semaphore;
    private final BotAccount account;

    @Inject
    EnforceExecutor(Semaphore semaphore, BotAccount account) {
        this.semaphore = semaphore;
        this.account = account;
    }

    /** Why the rules can't be changed. */
    private static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;

        Refused(String why) {
            super(why);
        }
    }

    @Override
    public ActResult carry(Enforce pinned, Act act) {
        try {
            var written = pinned.who();
            var subject = written == null
                    ? AdmittedSubject.user(learnt(pinned, act))
                    : AdmittedSubject.parse(written)
                            .orElseThrow(() -> new Refused("Nobody is called " + written + "."));
            semaphore
                    .deploymentTargets()
                    .change(
                            pinned.target(),
                            new Change(List.of(subject), AdmittedRef.of(patterns(pinned))),
                            token(act, "rules"));
            var done = done(pinned, subject);
            return written == null
                    ? ActResult.done(done, Outcome.nothing().with(account.learning(subject.id())))
                    : ActResult.done(done);
        } catch (Refused refused) {
            return ActResult.refused(not(pinned) + ". " + refused.getMessage());
        } catch (SemaphoreException failure) {
            if (failure.mayHaveActed() || PASSING.contains(failure.kind())) {
                throw failure;
            }
            if (failure.words().contains(SYNCING)) {
                return ActResult.refused(not(pinned) + " yet: Semaphore is still syncing it (" + SYNCING
                        + "). I'll retry within a minute.");
            }
            var words = not(pinned) + ". " + FailureCards.words(failure);
            return ActResult.refused(
                    failure.words().contains("can't be added to subject rules") ? words + SERVICE_ACCOUNT : words);
        }
    }

    /** The owner of the bot's token, as the answer to a change by it says. */
    private String learnt(Enforce pinned, Act act) throws Refused {
        var targets = semaphore.deploymentTargets();
        var before = targets.describe(pinned.target());
        // Semaphore checks people in rules that stay, too, and refuses if one of them left the project
        var people =
                before.access().subjects().stream().anyMatch(each -> each.type().equals("USER"));
        var owner = targets.change(pinned.target(), new Change(people ? List.of() : null, null), token(act, "who"))
                .updatedBy();
        if (owner.isEmpty()) {
            throw new Refused("Semaphore didn't say which account is mine. Set deploys_as in signalman.yml.");
        }
        if (semaphore.projects().members(before.projectId()).stream()
                .map(Member::id)
                .noneMatch(owner::equals)) {
            throw new Refused(
                    (people ? "Until this is fixed, nobody can use it." : "It is as it was.") + SERVICE_ACCOUNT);
        }
        return owner;
    }

    @Override
    public Actor doer(Act act) {
        return Actor.ITSELF;
    }

    @Override
    public ProbeResult lookFor(Enforce pinned, Act act) {
        var subject = pinned.who() == null
                ? null
                : AdmittedSubject.parse(pinned.who()).orElse(null);
        var access = semaphore.deploymentTargets().describe(pinned.target()).access();
        return subject != null && access.sameAs(TargetAccess.only(subject, patterns(pinned)))
                ? new ProbeResult.Happened(ActResult.done(done(pinned, subject)))
                : new ProbeResult.MayBeRepeated(
                        "Semaphore didn't confirm that it changed the rules of " + which(pinned) + ".");
    }

    /** Whether Semaphore refused only because the target is syncing for a moment. */
    static boolean passes(String words) {
        return words.contains(SYNCING);
    }

    private static List<RefPattern> patterns(Enforce pinned) {
        return pinned.branches().stream().map(RefPattern::new).toList();
    }

    private static String token(Act act, String step) {
        return UUID.nameUUIDFromBytes((act.token() + " " + step).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    private static String done(Enforce pinned, AdmittedSubject subject) {
        return "Let only " + subject.spoken() + " use " + which(pinned);
    }

    private static String not(Enforce pinned) {
        return "I couldn't change the rules of " + which(pinned);
    }

    private static String which(Enforce pinned) {
        return "the deployment target " + pinned.name() + " of " + pinned.project();
    }
}
