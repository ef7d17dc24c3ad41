package dev.signalman.feature.outofband;

import dev.signalman.domain.Actor;
import dev.signalman.domain.EnvVar;
import dev.signalman.domain.Pipeline;
import dev.signalman.domain.Place;
import dev.signalman.domain.Project;
import dev.signalman.ruling.ApprovalRequests;
import dev.signalman.ruling.Decision;
import dev.signalman.ruling.DeployStart;
import dev.signalman.ruling.Judge;
import dev.signalman.ruling.Judgement;
import dev.signalman.ruling.Policies;
import dev.signalman.ruling.Policy;
import dev.signalman.ruling.RuleTopic;
import dev.signalman.ruling.RuledProjectNames;
import dev.signalman.ruling.Wish;
import dev.signalman.semaphore.Semaphore;
import dev.signalman.subject.ProjectDirectory;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Judges a promotion that already ran. It skips the rules about who may ask, since the bot was not asked. */
final class RetrospectiveJudge {
    private static final Set<RuleTopic> TOPICS = EnumSet.of(
            RuleTopic.PIPELINE,
            RuleTopic.ORIGIN,
            RuleTopic.APPROVALS,
            RuleTopic.FREEZE,
            RuleTopic.LOCK,
            RuleTopic.PARAMETERS);

    private final Semaphore semaphore;
    private final ProjectDirectory projects;
    private final Supplier<Policies> policies;
    private final RuledProjectNames names;
    private final ApprovalRequests requests;
    private final Judge judge;
    private final InstantSource clock;

    @Inject
    RetrospectiveJudge(
            Semaphore semaphore,
            ProjectDirectory projects,
            Supplier<Policies> policies,
            RuledProjectNames names,
            ApprovalRequests requests,
            Judge judge,
            InstantSource clock) {
        this.semaphore = semaphore;
        this.projects = projects;
        this.policies = policies;
        this.names = names;
        this.requests = requests;
        this.judge = judge;
        this.clock = clock;
    }

    /**
     * Judges a promotion made past the bot, by the rules that name it and by those that name the file it started.
     *
     * @throws dev.signalman.semaphore.SemaphoreException when the promoted pipeline cannot be read
     */
    Bypass past(ObservedPromotion observed, String who) {
        var parent = semaphore.pipelines().describeInDetail(observed.parentId());
        var project = project(parent.projectId());
        var compared = compared(observed, project);
        var wish = wish(observed, who, parent, project, observed.event().name(), compared.policies());
        var judgements = new ArrayList<Judgement>(compared.mismatches());
        judgements.addAll(judge.judge(requests.asAsked(wish), TOPICS).judgements());
        for (var policy : compared.guarding()) {
            var other = wish(observed, who, parent, project, policy.name(), List.of(policy));
            judgements.addAll(judge.judge(other, EnumSet.of(RuleTopic.LOCK)).unmet());
        }
        return new Bypass(
                observed,
                project,
                parent,
                who,
                observed.event().automatic() ? Bypass.Way.AUTOMATIC : Bypass.Way.PAST,
                compared.policies(),
                new Decision(judgements));
    }

    /**
     * The bypass if a promotion by the bot started another file than the rules name; else empty.
     *
     * @throws dev.signalman.semaphore.SemaphoreException when the promoted pipeline cannot be read
     */
    Optional<Bypass> ours(ObservedPromotion observed, String who) {
        var project = project(observed.pipeline().projectId());
        var compared = compared(observed, project);
        if (compared.mismatches().isEmpty()) {
            return Optional.empty();
        }
        var parent = semaphore.pipelines().describeInDetail(observed.parentId());
        return Optional.of(new Bypass(
                observed,
                project,
                parent,
                who,
                Bypass.Way.OURS,
                compared.policies(),
                new Decision(compared.mismatches())));
    }

    /** Whether a rule lets the deploy ask at the gate. */
    boolean gated(ObservedPromotion observed) {
        return compared(observed, project(observed.pipeline().projectId())).policies().stream()
                .anyMatch(Policy::gated);
    }

    private Project project(String id) {
        return projects.withId(id).orElseGet(() -> new Project(id, id, "", "", ""));
    }

    private StartedFileComparison compared(ObservedPromotion observed, Project project) {
        return StartedFileComparison.of(
                policies.get(),
                observed.event().name(),
                names.of(project).name(),
                Policy.path(observed.pipeline().file()));
    }

    /**
     * Never sets the override. Every promotion on the web has it, so it carries no information (docs/semaphore.md,
     * "Promotions").
     */
    private Wish wish(
            ObservedPromotion observed,
            String who,
            Pipeline parent,
            Project project,
            String promotion,
            List<Policy> applying) {
        Instant at = observed.event().triggered();
        return new Wish(
                promotion,
                project,
                new DeployStart.Past(
                        parent,
                        at == null ? clock.instant() : at,
                        observed.pipeline().file()),
                parameters(observed.pipeline().environment()),
                false,
                null,
                Actor.named(who),
                Place.channel(""),
                applying,
                null,
                List.of());
    }

    private static Map<String, String> parameters(List<EnvVar> environment) {
        var parameters = new LinkedHashMap<String, String>();
        environment.forEach(each -> parameters.put(each.name(), each.value()));
        return parameters;
    }
}
