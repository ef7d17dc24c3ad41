package dev.signalman.feature.runs;

import dev.signalman.command.Refusal;
import dev.signalman.dispatch.Invocation;
import dev.signalman.dispatch.Outcome;
import dev.signalman.domain.Pipeline;
import dev.signalman.domain.Project;
import dev.signalman.ruling.DeployStart;
import dev.signalman.ruling.DeployedPromotions;
import dev.signalman.ruling.Judge;
import dev.signalman.ruling.Policies;
import dev.signalman.ruling.Policy;
import dev.signalman.ruling.RuledProjectNames;
import dev.signalman.ruling.Verdict;
import dev.signalman.ruling.Wish;
import dev.signalman.semaphore.Semaphore;
import dev.signalman.subject.ProjectDirectory;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Judges runs, rebuilds and reruns that start a deploy by the rules of that promotion. Nobody can vote on them, so a
 * promotion that needs votes is possible only with {@code promote}.
 */
public final class IndirectDeploys {
    private final Supplier<Policies> policies;
    private final RuledProjectNames names;
    private final DeployedPromotions promotions;
    private final Judge judge;
    private final ProjectDirectory projects;
    private final Semaphore semaphore;

    @Inject
    IndirectDeploys(
            Supplier<Policies> policies,
            RuledProjectNames names,
            DeployedPromotions promotions,
            Judge judge,
            ProjectDirectory projects,
            Semaphore semaphore) {
        this.policies = policies;
        this.names = names;
        this.promotions = promotions;
        this.judge = judge;
        this.projects = projects;
        this.semaphore = semaphore;
    }

    /** Returns {@code go} if the run is no deploy, or a permitted one. */
    public Outcome run(
            Project project, DeployStart.Run start, Map<String, String> parameters, Invocation invocation, Outcome go) {
        var rules = policies.get();
        var name = names.of(project).name();
        if (rules.in(name).isEmpty()) {
            return go;
        }
        var file = Policy.path(start.file());
        var named = rules.naming(file, name);
        if (named.isEmpty() && !file.equals(own(project))) {
            throw new Refusal(
                    start.file() + " can't be run here: promotions of "
                            + project.name() + " are protected by rules, and that file is neither the project's own ("
                            + own(project)
                            + ") nor named by a rule. Ask your Signalman admin to add it under pipeline_files in signalman.yml.");
        }
        return judged(project, promotions.ofFile(file, name), start, parameters, invocation, go);
    }

    /** Returns {@code go} if the rebuild is no deploy, or a permitted one. */
    public Outcome rebuild(Pipeline pipeline, Invocation invocation, Outcome go) {
        var rules = policies.get();
        if (rules.all().isEmpty()) {
            return go;
        }
        var project = project(pipeline);
        var name = names.of(project).name();
        if (rules.in(name).isEmpty()) {
            return go;
        }
        return judged(
                project, promotions.of(pipeline, name), new DeployStart.Rebuild(pipeline), Map.of(), invocation, go);
    }

    /** Returns {@code go} if the rerun's first pipeline is no deploy, or a permitted one. */
    public Outcome rerun(Pipeline pipeline, Invocation invocation, Outcome go) {
        var rules = policies.get();
        if (rules.all().isEmpty()) {
            return go;
        }
        var project = project(pipeline);
        var first = semaphore
                .pipelines()
                .describe(semaphore.workflows().describe(pipeline.workflowId()).initialPipelineId());
        var name = names.of(project).name();
        return judged(
                project, promotions.ofFile(first.file(), name), new DeployStart.Rerun(first), Map.of(), invocation, go);
    }

    private Outcome judged(
            Project project,
            Map<String, List<Policy>> ways,
            DeployStart start,
            Map<String, String> parameters,
            Invocation invocation,
            Outcome go) {
        var outcome = go;
        for (var each : ways.entrySet()) {
            var wish = new Wish(
                    each.getKey(),
                    project,
                    start,
                    parameters,
                    false,
                    invocation.actor(),
                    invocation.place(),
                    each.getValue());
            var decision = judge.judge(wish);
            if (!decision.granted()) {
                var refusal = decision.refusal();
                throw new Refusal("That would deploy to " + each.getKey() + ", so the same rules apply. "
                                + refusal.sentences()
                                + (decision.has(Verdict.VOTES)
                                        ? " To request approval, use /semaphore promote " + each.getKey() + " "
                                                + project.name() + "."
                                        : ""))
                        .naming(refusal.times());
            }
            outcome = outcome.under(decision.spoken());
        }
        return outcome;
    }

    private Project project(Pipeline pipeline) {
        return projects.withId(pipeline.projectId())
                .orElseThrow(() -> new Refusal(
                        "I can't see the project of that pipeline, so I can't check its rules. Add the bot's account "
                                + "to that project in Semaphore."));
    }

    private static String own(Project project) {
        return project.pipelineFile().isBlank() ? ".semaphore/semaphore.yml" : Policy.path(project.pipelineFile());
    }
}
