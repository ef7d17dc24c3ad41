package dev.signalman.feature.promotions;

import dev.signalman.command.Refusal;
import dev.signalman.dispatch.Invocation;
import dev.signalman.domain.Pipeline;
import dev.signalman.ruling.DeployStart;
import dev.signalman.ruling.Policies;
import dev.signalman.ruling.RuledProjectNames;
import dev.signalman.ruling.Wish;
import dev.signalman.subject.ProjectDirectory;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.function.Supplier;

/** Makes the wish that the rules judge. */
final class WishFactory {
    private final ProjectDirectory projects;
    private final Supplier<Policies> policies;
    private final RuledProjectNames names;

    @Inject
    WishFactory(ProjectDirectory projects, Supplier<Policies> policies, RuledProjectNames names) {
        this.projects = projects;
        this.policies = policies;
        this.names = names;
    }

    /** A wish of the requester to promote this pipeline. */
    Wish of(
            String promotion,
            Pipeline pipeline,
            Map<String, String> parameters,
            boolean override,
            Invocation invocation) {
        var project = projects.withId(pipeline.projectId())
                .orElseThrow(() -> new Refusal("I can't see the project of pipeline " + pipeline.id()
                        + ", so I can't check its rules. Add the bot's account to that project in Semaphore."));
        return new Wish(
                promotion,
                project,
                new DeployStart.Promotion(pipeline),
                parameters,
                override,
                invocation.actor(),
                invocation.place(),
                policies.get().of(promotion, names.of(project).name()));
    }
}
