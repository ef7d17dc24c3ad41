package dev.signalman.feature.runs;

import dev.signalman.command.QuotedText;
import dev.signalman.command.Refusal;
import dev.signalman.command.RunTask;
import dev.signalman.command.Subject;
import dev.signalman.dispatch.Handler;
import dev.signalman.dispatch.Invocation;
import dev.signalman.dispatch.Outcome;
import dev.signalman.domain.GitRef;
import dev.signalman.domain.PeriodicTask;
import dev.signalman.ruling.DeployStart;
import dev.signalman.ruling.Policy;
import dev.signalman.subject.SubjectResolver;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Decides which task, reference, file and parameters a {@code task run} means, and pins them: what is judged is what is
 * sent, even if the task is changed meanwhile.
 */
final class RunTaskHandler implements Handler<RunTask> {
    private final SubjectResolver subjectResolver;
    private final ProjectTasks tasks;
    private final IndirectDeploys indirectDeploys;

    @Inject
    RunTaskHandler(SubjectResolver subjectResolver, ProjectTasks tasks, IndirectDeploys indirectDeploys) {
        this.subjectResolver = subjectResolver;
        this.tasks = tasks;
        this.indirectDeploys = indirectDeploys;
    }

    @Override
    public Outcome handle(RunTask command, Invocation invocation) {
        var found = subjectResolver.project(
                command.subject(),
                invocation,
                subject -> new RunTask(command.task(), subject, command.file(), command.parameters()));
        var task = tasks.named(
                command.task(),
                found.project(),
                name -> new RunTask(name, command.subject(), command.file(), command.parameters()));
        var own = task.branch().isEmpty() ? subjectResolver.defaultRef(found.project()) : GitRef.parse(task.branch());
        var ref = found.ref() == null ? own : found.ref();
        if (ref.kind() == GitRef.Kind.PULL_REQUEST) {
            throw new Refusal("A task runs on a branch or a tag, not on a pull request.");
        }
        // the rules must judge the path that is sent
        var file = Policy.path(command.file() == null ? task.pipelineFile() : command.file());
        var parameters = merged(task, command.parameters());
        return indirectDeploys.run(
                found.project(),
                new DeployStart.Run(file, ref, null),
                parameters,
                invocation,
                Outcome.act(new RunTask(
                        task.id(),
                        new Subject.Newest(null, found.project().name(), ref.reference()),
                        file,
                        parameters)));
    }

    /** The given values and the task's defaults; Semaphore would drop unknown ones in silence. */
    private static Map<String, String> merged(PeriodicTask task, Map<String, String> given) {
        var names =
                task.parameters().stream().map(PeriodicTask.TaskParameter::name).toList();
        for (var name : given.keySet()) {
            if (!names.contains(name)) {
                throw new Refusal("The task " + task.name() + " has no parameter " + QuotedText.of(name) + ". "
                        + (names.isEmpty() ? "It takes none." : "It takes " + String.join(", ", names) + "."));
            }
        }
        var merged = new LinkedHashMap<String, String>();
        for (var parameter : task.parameters()) {
            var value = given.getOrDefault(parameter.name(), parameter.defaultValue())
                    .strip();
            if (value.isEmpty() && parameter.required()) {
                throw new Refusal("The task " + task.name() + " needs " + parameter.name() + ". Add " + parameter.name()
                        + "= and a value.");
            }
            if (!value.isEmpty()
                    && !parameter.options().isEmpty()
                    && !parameter.options().contains(value)) {
                throw new Refusal(parameter.name() + " of the task " + task.name() + " can be "
                        + String.join(", ", parameter.options()) + ", not " + QuotedText.of(value) + ".");
            }
            if (!value.isEmpty()) {
                merged.put(parameter.name(), value);
            }
        }
        return merged;
    }
}
