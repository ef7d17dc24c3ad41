package dev.signalman.feature.deploys;

import dev.signalman.card.TextCard;
import dev.signalman.command.Command;
import dev.signalman.command.Deploys;
import dev.signalman.command.Subject;
import dev.signalman.dispatch.Handler;
import dev.signalman.dispatch.Invocation;
import dev.signalman.dispatch.Outcome;
import dev.signalman.domain.Pipeline;
import dev.signalman.subject.SubjectResolver;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Optional;

/** Shows what each promotion of a project has deployed, and how many commits passed since. */
final class DeploysHandler implements Handler<Deploys> {
    private final SubjectResolver subjectResolver;
    private final DeployReader reader;
    private final DeploysCard card;

    @Inject
    DeploysHandler(SubjectResolver subjectResolver, DeployReader reader, DeploysCard card) {
        this.subjectResolver = subjectResolver;
        this.reader = reader;
        this.card = card;
    }

    @Override
    public Outcome handle(Deploys command, Invocation invocation) {
        var project = subjectResolver.projectAlone(command.project(), invocation, DeploysHandler::of);
        var found = reader.read(project, null);
        var promotions = found.promotions();
        if (promotions.isEmpty()) {
            return Outcome.answer(TextCard.of("I don't know any promotion of " + project.name()
                    + ": none was triggered recently, and none is listed under projects in signalman.yml."));
        }
        var lines = new ArrayList<PromotionStatus>();
        for (var promotion : promotions) {
            lines.add(line(promotion, found));
        }
        return Outcome.answer(card.of(project.name(), lines, found.reach()));
    }

    private PromotionStatus line(String promotion, ProjectDeploys found) {
        var all = found.through(promotion);
        var current = found.current(promotion).orElse(null);
        var last = all.isEmpty() ? null : all.get(0);
        if (current == null) {
            Optional<Pipeline> candidate = found.candidate(promotion, subjectResolver.defaultRef(found.project()));
            return new PromotionStatus(promotion, null, last, 0, true, candidate.orElse(null));
        }
        var since = found.since(current);
        long commits = since.stream().map(Pipeline::commit).distinct().count();
        var newest = since.isEmpty() ? null : since.get(0);
        return new PromotionStatus(promotion, current, last, (int) commits, found.sees(current), newest);
    }

    private static Command of(Subject subject) {
        return new Deploys(subject instanceof Subject.Newest newest ? newest.project() : null);
    }
}
