package dev.signalman.feature.locks;

import dev.signalman.command.Command;
import dev.signalman.command.Refusal;
import dev.signalman.command.Subject;
import dev.signalman.command.Suggestion;
import dev.signalman.dispatch.Invocation;
import dev.signalman.domain.NearestName;
import dev.signalman.domain.Project;
import dev.signalman.port.KnownPromotions;
import dev.signalman.subject.SubjectResolver;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Resolves which promotion of which project is meant. */
final class LockedPromotionResolver {
    private static final int MOST_OFFERED = 3;

    private final SubjectResolver subjectResolver;
    private final KnownPromotions known;

    @Inject
    LockedPromotionResolver(SubjectResolver subjectResolver, KnownPromotions known) {
        this.subjectResolver = subjectResolver;
        this.known = known;
    }

    /**
     * The resolved promotion.
     *
     * @param promotion its known name, or else the typed one
     * @param heardOf whether a promotion of that name is known
     */
    record Meant(Project project, String promotion, boolean heardOf) {
        LockedPromotion what() {
            return LockedPromotion.of(project, promotion);
        }
    }

    /** Resolves a promotion's name and a subject; a branch in the subject is ignored. */
    Meant find(String promotion, Subject subject, Invocation invocation, Function<Subject, ? extends Command> instead) {
        var project = subjectResolver.project(subject, invocation, instead).project();
        var key = LockedPromotion.key(promotion);
        var real = known.in(project).stream()
                .filter(name -> LockedPromotion.key(name).equals(key))
                .findFirst();
        return new Meant(project, real.orElse(promotion), real.isPresent());
    }

    /**
     * Refuses a name that is close to a known one: a lock on a typo would hold nothing.
     *
     * @param instead makes the lock on another name
     * @param anyway the lock on exactly this name
     */
    void refuseSlip(Meant meant, Function<String, ? extends Command> instead, Command anyway) {
        var near = meant.heardOf()
                ? List.<String>of()
                : NearestName.of(meant.promotion(), known.in(meant.project()), MOST_OFFERED);
        if (near.isEmpty()) {
            return;
        }
        List<Suggestion> suggestions = new ArrayList<>();
        near.forEach(name -> suggestions.add(new Suggestion("Lock " + name, instead.apply(name))));
        suggestions.add(new Suggestion("Lock " + meant.promotion() + " anyway", anyway));
        throw new Refusal(
                "I can't find promotion \"" + meant.promotion() + "\" of "
                        + meant.project().name() + ", and a lock only applies to the exact name. Nothing was changed.",
                suggestions);
    }
}
