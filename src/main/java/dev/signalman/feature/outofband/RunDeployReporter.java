package dev.signalman.feature.outofband;

import dev.signalman.command.Refusal;
import dev.signalman.dispatch.Outcome;
import dev.signalman.domain.Pipeline;
import dev.signalman.port.BotStartedPipelines;
import dev.signalman.port.GateVisits;
import dev.signalman.ruling.DeployStarters;
import dev.signalman.ruling.DeployedPromotions;
import dev.signalman.ruling.Policy;
import dev.signalman.ruling.RuledProjectNames;
import dev.signalman.subject.ProjectDirectory;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reports deploys that no promotion started: a run, a rerun or a scheduled task of a file that a rule lists, and the rebuild of a
 * deploy. What the bot started under the rules is not reported.
 */
final class RunDeployReporter {
    /** An act of the bot is settled this soon after its pipeline was created, also after a lost answer. */
    private static final Duration SETTLES_WITHIN = Duration.ofMinutes(2);

    private final BotStartedPipelines starts;
    private final GateVisits visits;
    private final ProjectDirectory projects;
    private final RuledProjectNames names;
    private final DeployedPromotions promotions;
    private final DeployStarters starters;
    private final RetrospectiveJudge judge;
    private final BypassReporter bypasses;
    private final InstantSource clock;

    @Inject
    RunDeployReporter(
            BotStartedPipelines starts,
            GateVisits visits,
            ProjectDirectory projects,
            RuledProjectNames names,
            DeployedPromotions promotions,
            DeployStarters starters,
            RetrospectiveJudge judge,
            BypassReporter bypasses,
            InstantSource clock) {
        this.starts = starts;
        this.visits = visits;
        this.projects = projects;
        this.names = names;
        this.promotions = promotions;
        this.starters = starters;
        this.judge = judge;
        this.bypasses = bypasses;
        this.clock = clock;
    }

    /**
     * The outcome that reports a deploy, or that reports nothing.
     *
     * @return empty while an act of the bot may have started it, or while it may still ask at the gate
     * @throws Refusal when Semaphore does not say which promotion it rebuilds
     * @throws dev.signalman.semaphore.SemaphoreException when Semaphore cannot be read
     */
    Optional<Outcome> of(Pipeline deploy) {
        if (starts.has(deploy.id()) || visits.asked(deploy.id())) {
            return Optional.of(Outcome.nothing());
        }
        var ways = ways(deploy);
        if (ways.isEmpty()) {
            return Optional.of(Outcome.nothing());
        }
        var created = deploy.times().created();
        var at = created == null ? Instant.EPOCH : created;
        if (at.plus(SETTLES_WITHIN).isAfter(clock.instant()) || bypasses.mayStillAsk(deploy, () -> gated(ways))) {
            return Optional.empty();
        }
        var bypass = judge.run(deploy, starters.of(deploy), at, ways);
        return Optional.of(bypass.againstRules() ? bypasses.report(bypass, Outcome.nothing()) : Outcome.nothing());
    }

    private Map<String, List<Policy>> ways(Pipeline deploy) {
        var project = projects.withId(deploy.projectId()).orElse(null);
        if (project == null) {
            return Map.of();
        }
        var ways = new LinkedHashMap<>(promotions.of(deploy, names.of(project).name()));
        ways.values().removeIf(List::isEmpty);
        return ways;
    }

    private static boolean gated(Map<String, List<Policy>> ways) {
        return ways.values().stream().flatMap(List::stream).anyMatch(Policy::gated);
    }
}
