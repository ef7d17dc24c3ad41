package dev.signalman.app.policy;

import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Key;
import com.google.inject.TypeLiteral;
import dev.signalman.app.config.RulesFile;
import dev.signalman.command.Command;
import dev.signalman.command.Rebuild;
import dev.signalman.command.Refusal;
import dev.signalman.command.Rerun;
import dev.signalman.command.Run;
import dev.signalman.command.Subject;
import dev.signalman.command.Unlock;
import dev.signalman.dispatch.Interceptor;
import dev.signalman.dispatch.Invocation;
import dev.signalman.dispatch.Origin;
import dev.signalman.dispatch.Outcome;
import dev.signalman.domain.Place;
import dev.signalman.feature.gate.GateJudge;
import dev.signalman.feature.locks.UnlockRights;
import dev.signalman.feature.runs.IndirectDeploys;
import dev.signalman.ruling.DeployStart;
import dev.signalman.ruling.Judge;
import dev.signalman.ruling.Policy;
import dev.signalman.ruling.Verdict;
import dev.signalman.ruling.Wish;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Judges cases as the bot judges requests: by the same rules, in the same order. */
final class CaseJudge {
    private final RulesFile rules;

    CaseJudge(RulesFile rules) {
        this.rules = rules;
    }

    /**
     * Judges one case.
     *
     * @throws MissingFactException when the case lacks what a rule asks for
     */
    CaseVerdict judge(PolicyCase policyCase) {
        var bench = Guice.createInjector(new CaseModule(rules, policyCase));
        try {
            return switch (policyCase.way()) {
                case PROMOTE -> promoted(bench, policyCase);
                case GATE -> atTheGate(bench, policyCase);
                case RUN, RERUN, REBUILD -> indirect(bench, policyCase);
                case UNLOCK -> unlocked(bench, policyCase);
            };
        } catch (Refusal refusal) {
            return CaseVerdict.refused(refusal.sentences());
        }
    }

    private CaseVerdict promoted(Injector bench, PolicyCase policyCase) {
        var wish = new Wish(
                policyCase.promotion(),
                policyCase.project(),
                new DeployStart.Promotion(new CaseSemaphore(policyCase).parent()),
                policyCase.parameters(),
                policyCase.override(),
                policyCase.workspace().actor(policyCase.by()),
                Place.NOWHERE,
                rules.promotions()
                        .of(policyCase.promotion(), policyCase.project().name()));
        return decided(bench, wish, policyCase);
    }

    /** The gate closes at once unless nothing but votes is missing; votes come after that. */
    private static CaseVerdict atTheGate(Injector bench, PolicyCase policyCase) {
        var held = bench.getInstance(GateJudge.class).held(new CaseSemaphore(policyCase).deploy());
        var decision = held.decision();
        if (decision.granted()) {
            return CaseVerdict.of(decision);
        }
        if (!decision.mayBeAskedFor() || decision.has(Verdict.WAITS)) {
            return new CaseVerdict(
                    CaseOutcome.REFUSED, decision.spoken().lines().toList(), !decision.has(Verdict.UNKNOWN));
        }
        return decided(bench, held.wish(), policyCase);
    }

    /** Adds the votes, or the broken glass, and judges. */
    private static CaseVerdict decided(Injector bench, Wish wish, PolicyCase policyCase) {
        var opened = policyCase.votes().isEmpty() && !policyCase.overtaken() ? null : policyCase.at();
        var requested = wish.asRequested(opened, policyCase.votes());
        var glass = policyCase.glass();
        var whole = glass == null
                ? requested
                : requested.broken(policyCase.workspace().actor(glass.by()), glass.because());
        return CaseVerdict.of(bench.getInstance(Judge.class).judge(whole));
    }

    private static CaseVerdict indirect(Injector bench, PolicyCase policyCase) {
        var deploys = bench.getInstance(IndirectDeploys.class);
        var file = Policy.path(Objects.requireNonNull(policyCase.starts()));
        var subject = new Subject.Newest(
                null, policyCase.project().name(), policyCase.ref().reference());
        var deploy = new CaseSemaphore(policyCase).deploy();
        var outcome = switch (policyCase.way()) {
            case RUN -> {
                var asked = admitted(bench, policyCase, new Run(subject, file, null, policyCase.parameters()));
                var start = new DeployStart.Run(file, policyCase.ref(), null);
                yield deploys.run(policyCase.project(), start, policyCase.parameters(), asked, Outcome.nothing());
            }
            case RERUN -> deploys.rerun(deploy, admitted(bench, policyCase, new Rerun(subject)), Outcome.nothing());
            default -> deploys.rebuild(deploy, admitted(bench, policyCase, new Rebuild(subject)), Outcome.nothing());
        };
        var judged = outcome.rules();
        return new CaseVerdict(
                CaseOutcome.GRANTED,
                judged == null
                        ? List.of("met: No rule protects what it starts")
                        : judged.lines().toList());
    }

    private static CaseVerdict unlocked(Injector bench, PolicyCase policyCase) {
        var subject = new Subject.Newest(null, policyCase.project().name(), null);
        var asked = admitted(bench, policyCase, new Unlock(policyCase.promotion(), subject, false, null));
        bench.getInstance(UnlockRights.class).admit(policyCase.project(), policyCase.promotion(), asked.actor());
        return new CaseVerdict(
                CaseOutcome.GRANTED, List.of("met: " + asked.actor().name() + " can end the lock"));
    }

    /** The command as its sender typed it, if that person may use the verb at all. */
    private static Invocation admitted(Injector bench, PolicyCase policyCase, Command command) {
        var invocation = new Invocation(
                "case",
                policyCase.workspace().actor(policyCase.by()),
                Place.NOWHERE,
                "",
                new Origin.Typed(),
                policyCase.at(),
                null);
        bench.getInstance(Key.get(new TypeLiteral<Set<Interceptor>>() {}))
                .forEach(interceptor -> interceptor.admit(command, invocation));
        return invocation;
    }
}
