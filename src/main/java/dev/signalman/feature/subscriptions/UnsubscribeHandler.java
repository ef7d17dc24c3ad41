package dev.signalman.feature.subscriptions;

import dev.signalman.card.Text;
import dev.signalman.card.TextCard;
import dev.signalman.command.QuotedText;
import dev.signalman.command.Refusal;
import dev.signalman.command.Subject;
import dev.signalman.command.Suggestion;
import dev.signalman.command.Unsubscribe;
import dev.signalman.dispatch.Delivery;
import dev.signalman.dispatch.Handler;
import dev.signalman.dispatch.Invocation;
import dev.signalman.dispatch.Origin;
import dev.signalman.dispatch.Outcome;
import dev.signalman.domain.CaseInsensitiveName;
import dev.signalman.domain.NearestName;
import dev.signalman.subject.ProjectDirectory;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Collectors;

/** Removes subscriptions that were made in Slack. Those in the file can only be removed there. */
final class UnsubscribeHandler implements Handler<Unsubscribe> {
    private final ProjectDirectory projects;
    private final Subscriptions subscriptions;
    private final JdbiSubscriptions made;
    private final SubscriptionList list;

    @Inject
    UnsubscribeHandler(
            ProjectDirectory projects, Subscriptions subscriptions, JdbiSubscriptions made, SubscriptionList list) {
        this.projects = projects;
        this.subscriptions = subscriptions;
        this.made = made;
        this.list = list;
    }

    @Override
    public Outcome handle(Unsubscribe said, Invocation invocation) {
        var place = invocation.place();
        var there = subscriptions.inChannel(place.channel());
        var command = parted(said, there);
        var meant = there.stream().filter(each -> means(command, each)).toList();
        var removed = meant.stream().filter(each -> !each.fromTheFile()).toList();
        if (meant.isEmpty() && command.only() == null && invocation.origin() instanceof Origin.Pressed) {
            return Outcome.answer(notNow(command.project())); // the question after an invitation
        }
        if (removed.isEmpty()) {
            throw meant.isEmpty() ? unknown(command, there) : inTheFile(meant);
        }
        var sentence = invocation.actor().name() + " unsubscribed this channel from " + names(removed) + "."
                + (removed.size() < meant.size() ? " Subscriptions in signalman.yml stay." : "");
        var left = there.stream().filter(each -> !removed.contains(each)).toList();
        var announced = new Delivery.ToPlace(place, TextCard.of(sentence));
        var outcome = invocation.origin() instanceof Origin.Pressed press && press.ephemeral()
                ? Outcome.deliver(announced, new Delivery.ToAsker(list.of(place.channel(), left)))
                : Outcome.deliver(announced);
        return outcome.with(made.removing(removed));
    }

    private static TextCard notNow(String project) {
        return TextCard.of(Text.of("OK, I won't post builds here. When you want builds here, type ")
                .code("/semaphore subscribe " + project));
    }

    /** Splits project and branch that were given in one pair of quotes. Only that needs a call to Semaphore. */
    private Unsubscribe parted(Unsubscribe said, List<Subscription> there) {
        var names = there.stream().map(Subscription::project).distinct().toList();
        if (said.only() != null || names.contains(said.project())) {
            return said;
        }
        var like = CaseInsensitiveName.of(said.project(), names);
        if (like.isPresent()) {
            return new Unsubscribe(like.get(), said.branch(), null);
        }
        var meant = projects.parted(new Subject.Newest(null, said.project(), said.branch()));
        return new Unsubscribe(
                CaseInsensitiveName.of(meant.project(), names).orElse(meant.project()), meant.branch(), null);
    }

    private static boolean means(Unsubscribe command, Subscription subscription) {
        var ref = subscription.wanted().ref();
        return command.only() != null
                ? subscription.id().equals(command.only())
                : subscription.project().equals(command.project())
                        && (command.branch() == null
                                || (ref != null && ref.text().equals(command.branch())));
    }

    private static String names(List<Subscription> subscriptions) {
        return subscriptions.stream()
                .map(each -> SubscriptionPhrases.name(each.project(), each.wanted()))
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private static Refusal inTheFile(List<Subscription> meant) {
        return new Refusal("The subscription to " + names(meant)
                + " is in signalman.yml, so it can't be removed here. Ask your Signalman admin. Nothing was "
                + "changed.");
    }

    private static Refusal unknown(Unsubscribe command, List<Subscription> there) {
        if (command.only() != null) {
            return new Refusal("That subscription to " + QuotedText.of(command.project())
                    + " was already removed. Nothing was changed.");
        }
        var projects = there.stream().map(Subscription::project).distinct().toList();
        var near = NearestName.of(command.project(), projects, 3);
        var name = command.branch() == null ? command.project() : command.project() + "@" + command.branch();
        return new Refusal(
                "This channel isn't subscribed to " + QuotedText.of(name) + ". "
                        + (projects.isEmpty()
                                ? "It has no subscriptions."
                                : "/semaphore subscriptions lists what it is subscribed to.")
                        + " Nothing was changed.",
                near.stream()
                        .map(each -> new Suggestion("unsubscribe " + each, new Unsubscribe(each, null, null)))
                        .toList());
    }
}
