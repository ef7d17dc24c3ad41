package dev.signalman.feature.witness;

import dev.signalman.domain.Actor;
import dev.signalman.domain.EnvVar;
import dev.signalman.domain.Pipeline;
import dev.signalman.domain.Place;
import dev.signalman.domain.Project;
import dev.signalman.ruling.Decision;
import dev.signalman.ruling.Judge;
import dev.signalman.ruling.Judgement;
import dev.signalman.ruling.Policies;
import dev.signalman.ruling.Policy;
import dev.signalman.ruling.Requests;
import dev.signalman.ruling.RuledNames;
import dev.signalman.ruling.Start;
import dev.signalman.ruling.Topic;
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

/** Has a promotion judged that went already. Rules about who asks are not asked: nobody asked here. */
final class Judging {
    private static final Set<Topic> TOPICS =
            EnumSet.of(Topic.PIPELINE, Topic.ORIGIN, Topic.APPROVALS, Topic.FREEZE, Topic.LOCK, Topic.PARAMETERS);

    private final Semaphore semaphore;
    private final ProjectDirectory projects;
    private final Supplier<Policies> policies;
    private final RuledNames names;
    private final Requests requests;
    private final Judge judge;
    private final InstantSource clock;

    @Inject
    Judging(
            Semaphore semaphore,
            ProjectDirectory projects,
            Supplier<Policies> policies,
            RuledNames names,
            Requests requests,
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
     * What the rules say of a promotion that was made past the bot: those that name it, and those that name the file that it started.
     *
     * @throws dev.signalman.semaphore.SemaphoreException when the promoted pipeline cannot be read
     */
    Bypass past(Seen seen, String who) {
        var parent = semaphore.pipelines().describeInDetail(seen.parentId());
        var project = project(parent.projectId());
        var compared = compared(seen, project);
        var wish = wish(seen, who, parent, project, seen.event().name(), compared.policies());
        var judgements = new ArrayList<Judgement>(compared.mismatches());
        judgements.addAll(judge.judge(requests.asAsked(wish), TOPICS).judgements());
        for (var policy : compared.guarding()) {
            var other = wish(seen, who, parent, project, policy.name(), List.of(policy));
            judgements.addAll(judge.judge(other, EnumSet.of(Topic.LOCK)).unmet());
        }
        return new Bypass(
                seen,
                project,
                parent,
                who,
                seen.event().automatic() ? Bypass.Way.AUTOMATIC : Bypass.Way.PAST,
                compared.policies(),
                new Decision(judgements));
    }

    /**
     * That a promotion of the bot started another file than the rules say; empty when it did not.
     *
     * @throws dev.signalman.semaphore.SemaphoreException when the promoted pipeline cannot be read
     */
    Optional<Bypass> ours(Seen seen, String who) {
        var project = project(seen.pipeline().projectId());
        var compared = compared(seen, project);
        if (compared.mismatches().isEmpty()) {
            return Optional.empty();
        }
        var parent = semaphore.pipelines().describeInDetail(seen.parentId());
        return Optional.of(new Bypass(
                seen, project, parent, who, Bypass.Way.OURS, compared.policies(), new Decision(compared.mismatches())));
    }

    private Project project(String id) {
        return projects.withId(id).orElseGet(() -> new Project(id, id, "", "", ""));
    }

    private StartedFileComparison compared(Seen seen, Project project) {
        return StartedFileComparison.of(
                policies.get(),
                seen.event().name(),
                names.of(project).name(),
                Policy.path(seen.pipeline().file()));
    }

    /** On the web everything is overridden, so that an override tells nothing (docs/semaphore.md, "Promotions"). */
    private Wish wish(
            Seen seen, String who, Pipeline parent, Project project, String promotion, List<Policy> applying) {
        Instant at = seen.event().triggered();
        return new Wish(
                promotion,
                project,
                new Start.Past(
                        parent,
                        at == null ? clock.instant() : at,
                        seen.pipeline().file()),
                parameters(seen.pipeline().environment()),
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
