package dev.signalman.feature.promotions;

import dev.signalman.command.Promote;
import dev.signalman.command.Refusal;
import dev.signalman.command.Subject;
import dev.signalman.dispatch.Act;
import dev.signalman.port.ActingIdentity;
import dev.signalman.port.Identities;
import dev.signalman.ruling.Policies;
import dev.signalman.ruling.Policy;
import dev.signalman.ruling.RuledProjectNames;
import dev.signalman.semaphore.Semaphore;
import dev.signalman.semaphore.TokenChoice;
import dev.signalman.subject.ProjectDirectory;
import jakarta.inject.Inject;
import java.util.function.Supplier;

/**
 * Chooses the token for a promotion when it is carried out: the strictest choice of the matching policies. The pinned
 * line does not contain the choice, since anybody may type a line. A personal token belongs to the requester, not to
 * the last voter.
 */
final class PromotionTokenChoice {
    private final Supplier<Policies> policies;
    private final Semaphore semaphore;
    private final ProjectDirectory projects;
    private final RuledProjectNames names;
    private final Identities identities;

    @Inject
    PromotionTokenChoice(
            Supplier<Policies> policies,
            Semaphore semaphore,
            ProjectDirectory projects,
            RuledProjectNames names,
            Identities identities) {
        this.policies = policies;
        this.semaphore = semaphore;
        this.projects = projects;
        this.names = names;
        this.identities = identities;
    }

    TokenChoice whose(Promote pinned) {
        var rules = policies.get();
        if (rules.all().stream().allMatch(policy -> policy.as() == TokenChoice.SERVICE)) {
            return TokenChoice.SERVICE;
        }
        var pipeline = semaphore.pipelines().describe(((Subject.Id) pinned.subject()).id());
        var project = projects.withId(pipeline.projectId())
                .orElseThrow(() -> new Refusal(
                        "I can't see the project of this pipeline, so I can't check its rules. Add the bot's account "
                                + "to the project in Semaphore."));
        return TokenChoice.strictest(
                rules.of(pinned.promotion(), names.of(project).name()).stream()
                        .map(Policy::as)
                        .toList());
    }

    ActingIdentity of(Act act, TokenChoice tokenChoice) {
        return identities.of(act, tokenChoice);
    }

    String words(Act act) {
        return identities.words(act);
    }

    ActingIdentity instead(Act act, TokenChoice tokenChoice) {
        return identities.instead(act, tokenChoice);
    }
}
