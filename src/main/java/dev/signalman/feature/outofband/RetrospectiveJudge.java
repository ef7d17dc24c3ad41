package dev.signalman.feature.outofband;

import dev.signalman.domain.Actor;
import dev.signalman.domain.EnvVar;
import dev.signalman.domain.Pipeline;
import dev.signalman.domain.Place;
import dev.signalman.domain.Project;
import dev.signalman.ruling.ApprovalRequests;
import dev.signalman.ruling.Decision;
import dev.signalman.ruling.DeployStart;
import dev.signalman.ruling.DeployStart.Starter;
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

/** Judges a deploy that already started. It skips the rules about who may ask, since the bot was not asked. */
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
                observed.pipeline(),
                parent,
                observed.event().name(),
                observed.account(),
                project,
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
                observed.pipeline(),
                parent,
                observed.event().name(),
                observed.account(),
                project,
                who,
                Bypass.Way.OURS,
                compared.policies(),
                new Decision(compared.mismatches())));
    }

    /**
     * Judges a deploy that no promotion started, under the promotions whose file it runs.
     *
     * @param ways these promotions, each with the policies that apply to it; at least one
     */
    Bypass run(Pipeline deploy, Starter starter, Instant at, Map<String, List<Policy>> ways) {
        var project = project(deploy.projectId());
        var start = new DeployStart.PastRun(deploy, at);
        var parameters = parameters(deploy.environment());
        var policies = ways.values().stream().flatMap(List::stream).distinct().toList();
        var promotion = ways.keySet().iterator().next();
        var judgements = new ArrayList<Judgement>();
        ways.forEach((name, applying) -> {
            var main = name.equals(promotion);
            var wish = wish(name, project, start, parameters, starter.name(), main ? policies : applying);
            judgements.addAll(
                    main
                            ? judge.judge(wish, TOPICS).judgements()
                            : judge.judge(wish, EnumSet.of(RuleTopic.LOCK)).unmet()); // a lock is of a name
        });
        return new Bypass(
                deploy,
                deploy,
                promotion,
                starter.person() ? deploy.trigger().userId() : null,
                project,
                starter.name(),
                Bypass.Way.RUN,
                policies,
                new Decision(judgements));
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

    private Wish wish(
            ObservedPromotion observed,
            String who,
            Pipeline parent,
            Project project,
            String promotion,
            List<Policy> applying) {
        Instant at = observed.event().triggered();
        return wish(
                promotion,
                project,
                new DeployStart.Past(
                        parent,
                        at == null ? clock.instant() : at,
                        observed.pipeline().file()),
                parameters(observed.pipeline().environment()),
                who,
                applying);
    }

    /**
     * Never sets the override. Every promotion on the web has it, so it carries no information (docs/semaphore.md,
     * "Promotions").
     */
    private static Wish wish(
            String promotion,
            Project project,
            DeployStart start,
            Map<String, String> parameters,
            String who,
            List<Policy> applying) {
        return new Wish(promotion, project, start, parameters, false, Actor.named(who), Place.channel(""), applying);
    }

    private static Map<String, String> parameters(List<EnvVar> environment) {
        var parameters = new LinkedHashMap<String, String>();
        environment.forEach(each -> parameters.put(each.name(), each.value()));
        return parameters;
    }
}
