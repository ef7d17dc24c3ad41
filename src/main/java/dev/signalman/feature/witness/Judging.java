package dev.signalman.feature.witness;

import dev.signalman.domain.Actor;
import dev.signalman.domain.EnvVar;
import dev.signalman.domain.Pipeline;
import dev.signalman.domain.Place;
import dev.signalman.domain.Project;
import dev.signalman.ruling.Judge;
import dev.signalman.ruling.Policies;
import dev.signalman.ruling.Requests;
import dev.signalman.ruling.Start;
import dev.signalman.ruling.Topic;
import dev.signalman.ruling.Wish;
import dev.signalman.semaphore.Semaphore;
import dev.signalman.subject.ProjectDirectory;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** Has a promotion judged that went already. Rules about who asks are not asked: nobody asked here. */
final class Judging {
    private static final Set<Topic> TOPICS =
            EnumSet.of(Topic.PIPELINE, Topic.APPROVALS, Topic.FREEZE, Topic.LOCK, Topic.PARAMETERS);

    private final Semaphore semaphore;
    private final ProjectDirectory projects;
    private final Supplier<Policies> policies;
    private final Requests requests;
    private final Judge judge;
    private final InstantSource clock;

    @Inject
    Judging(
            Semaphore semaphore,
            ProjectDirectory projects,
            Supplier<Policies> policies,
            Requests requests,
            Judge judge,
            InstantSource clock) {
        this.semaphore = semaphore;
        this.projects = projects;
        this.policies = policies;
        this.requests = requests;
        this.judge = judge;
        this.clock = clock;
    }

    /**
     * What the rules say.
     *
     * @throws dev.signalman.semaphore.SemaphoreException when the promoted pipeline cannot be read
     */
    Bypass judge(Seen seen, String who) {
        var parent = semaphore.pipelines().describeInDetail(seen.parentId());
        var project = projects.withId(parent.projectId())
                .orElseGet(() -> new Project(parent.projectId(), parent.projectId(), "", "", ""));
        var wish = wish(seen, who, parent, project);
        var decision = judge.judge(requests.asAsked(wish), TOPICS);
        return new Bypass(seen, project, parent, who, seen.event().automatic(), wish.policies(), decision);
    }

    /** On the web everything is overridden, so that an override tells nothing (docs/semaphore.md, "Promotions"). */
    private Wish wish(Seen seen, String who, Pipeline parent, Project project) {
        var promotion = seen.event().name();
        Instant at = seen.event().triggered();
        return new Wish(
                promotion,
                project,
                new Start.Past(parent, at == null ? clock.instant() : at),
                parameters(seen.pipeline().environment()),
                false,
                null,
                new Actor("", who, null),
                Place.channel(""),
                policies.get().of(promotion, project.name()),
                null,
                List.of());
    }

    private static Map<String, String> parameters(List<EnvVar> environment) {
        var parameters = new LinkedHashMap<String, String>();
        environment.forEach(each -> parameters.put(each.name(), each.value()));
        return parameters;
    }
}
