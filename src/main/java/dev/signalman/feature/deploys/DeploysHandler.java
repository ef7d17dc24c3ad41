package dev.signalman.feature.deploys;

import dev.signalman.card.TextCard;
import dev.signalman.command.Command;
import dev.signalman.command.Deploys;
import dev.signalman.command.Subject;
import dev.signalman.dispatch.Handler;
import dev.signalman.dispatch.Invocation;
import dev.signalman.dispatch.Outcome;
import dev.signalman.subject.SubjectResolver;
import jakarta.inject.Inject;

/** Shows what each promotion of a project has deployed, and how many commits passed since. */
final class DeploysHandler implements Handler<Deploys> {
    private final SubjectResolver subjectResolver;
    private final DeployReader reader;
    private final PromotionStatuses statuses;
    private final DeploysCardFactory card;

    @Inject
    DeploysHandler(
            SubjectResolver subjectResolver, DeployReader reader, PromotionStatuses statuses, DeploysCardFactory card) {
        this.subjectResolver = subjectResolver;
        this.reader = reader;
        this.statuses = statuses;
        this.card = card;
    }

    @Override
    public Outcome handle(Deploys command, Invocation invocation) {
        var project = subjectResolver.projectAlone(command.project(), invocation, DeploysHandler::of);
        var found = reader.read(project, null);
        var lines = statuses.of(found);
        if (lines.isEmpty()) {
            return Outcome.answer(TextCard.of("I don't know any promotion of " + project.name()
                    + ": none was triggered recently, and none is listed under projects in signalman.yml."));
        }
        return Outcome.answer(card.of(project.name(), lines, found.reach()));
    }

    private static Command of(Subject subject) {
        return new Deploys(subject instanceof Subject.Newest newest ? newest.project() : null);
    }
}
