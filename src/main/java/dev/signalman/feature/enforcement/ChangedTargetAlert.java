package dev.signalman.feature.enforcement;

import dev.signalman.card.CardActions;
import dev.signalman.card.Symbol;
import dev.signalman.card.Text;
import dev.signalman.card.TextCard;
import dev.signalman.domain.DeploymentTarget;
import dev.signalman.domain.TargetAccess;
import dev.signalman.port.AccountNames;
import dev.signalman.port.SubscribedChannels;
import dev.signalman.ruling.Policies;
import jakarta.inject.Inject;
import java.util.List;

/** Tells that somebody changed the rules of an enforced deployment target in Semaphore. */
final class ChangedTargetAlert {
    private static final int LONGEST_LIST = 300;

    private final AccountNames names;
    private final SubscribedChannels subscribed;

    @Inject
    ChangedTargetAlert(AccountNames names, SubscribedChannels subscribed) {
        this.names = names;
        this.subscribed = subscribed;
    }

    /** Who changed a target last, as far as Semaphore says. */
    String who(DeploymentTarget target) {
        return target.updatedBy().isEmpty() ? "Someone" : names.nameOf(target.projectId(), target.updatedBy());
    }

    /** The channels of the rules, else those that are subscribed to the project. */
    List<String> channels(Policies policies, String project, DeploymentTarget target) {
        var named = EnforcedTargets.channels(policies, project, target);
        return named.isEmpty() ? subscribed.hearing(target.projectId()) : named;
    }

    TextCard card(DeploymentTarget target, String project, String who, TargetAccess wanted) {
        var is = target.access();
        var sentence = who + " changed in Semaphore who may promote " + project + " to " + target.name()
                + ". It is being changed back.";
        return new TextCard(
                sentence,
                List.of(
                        Text.empty()
                                .symbol(Symbol.WARNING)
                                .bold(who)
                                .plain(" changed in Semaphore who may promote ")
                                .bold(project)
                                .plain(" to ")
                                .bold(target.name())
                                .plain("."),
                        Text.of("It let through " + cut(is.who()) + ", from " + cut(is.what())
                                + ". It is being changed back to " + wanted.who() + ", from " + cut(wanted.what())
                                + ".")),
                List.of(
                        "The rule in signalman.yml has enforce: target. Deploys that were promoted meanwhile are reported "
                                + "on their own."),
                CardActions.NONE);
    }

    private static String cut(String list) {
        return list.codePointCount(0, list.length()) <= LONGEST_LIST
                ? list
                : list.substring(0, list.offsetByCodePoints(0, LONGEST_LIST)) + "…";
    }
}
