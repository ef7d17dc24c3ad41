package dev.signalman.feature.subscriptions;

import dev.signalman.card.Button;
import dev.signalman.card.Card;
import dev.signalman.card.CardActions;
import dev.signalman.card.Text;
import dev.signalman.card.TextCard;
import dev.signalman.command.Subject;
import dev.signalman.command.Subscribe;
import dev.signalman.command.Unsubscribe;
import dev.signalman.dispatch.Delivery;
import dev.signalman.dispatch.Handler;
import dev.signalman.dispatch.Invocation;
import dev.signalman.dispatch.Origin;
import dev.signalman.dispatch.Outcome;
import dev.signalman.domain.Place;
import dev.signalman.domain.Project;
import dev.signalman.domain.SubscriptionFilter;
import dev.signalman.port.NotificationOffer;
import dev.signalman.subject.ProjectDirectory;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Subscribes a channel and confirms it there. The confirmation proves that the bot can post in the channel. */
final class SubscribeHandler implements Handler<Subscribe> {
    private static final int MOST_OFFERED = 5;

    private final ProjectDirectory projects;
    private final Subscriptions subscriptions;
    private final JdbiSubscriptions made;
    private final PausedChannels paused;
    private final AnnouncementPermission permission;
    private final SubscriptionList list;
    private final NotificationOffer notifications;

    @Inject
    SubscribeHandler(
            ProjectDirectory projects,
            Subscriptions subscriptions,
            JdbiSubscriptions made,
            PausedChannels paused,
            AnnouncementPermission permission,
            SubscriptionList list,
            NotificationOffer notifications) {
        this.projects = projects;
        this.subscriptions = subscriptions;
        this.made = made;
        this.paused = paused;
        this.permission = permission;
        this.list = list;
        this.notifications = notifications;
    }

    @Override
    public Outcome handle(Subscribe said, Invocation invocation) {
        var name = said.project();
        if (name == null) {
            return Outcome.answer(unsaid(said.wanted()));
        }
        return said.wanted().ref() == null
                ? subscribed(said.of(projects.parted(new Subject.Newest(null, name, null))), invocation)
                : subscribed(said, invocation);
    }

    private Outcome subscribed(Subscribe command, Invocation invocation) {
        var subscriptionFilter = command.wanted();
        var name = Objects.requireNonNull(command.project());
        var channel = invocation.place().channel();
        var project = projects.meant(name, other -> new Subscribe(other, subscriptionFilter));
        var goesOn = paused.holds(channel);
        var same = same(channel, project, subscriptionFilter);
        if (same.isPresent() && !goesOn) {
            return Outcome.answer(TextCard.of("This channel is already subscribed to "
                    + SubscriptionPhrases.name(project.name(), subscriptionFilter) + ", "
                    + SubscriptionList.by(same.get()) + ". Nothing was changed."));
        }
        var outcome = Outcome.deliver(
                deliveries(project, subscriptionFilter, invocation, goesOn).toArray(Delivery[]::new));
        var written = same.isPresent()
                ? outcome
                : outcome.with(made.making(channel, project, subscriptionFilter, invocation.actor()));
        var there = permission.subscribed(channel);
        var known = there == null ? written : written.with(there);
        return goesOn ? known.with(paused.resuming(channel)) : known;
    }

    /** The confirmation. A form opened with {@code Add} in an ephemeral list also updates that list. */
    private List<Delivery> deliveries(
            Project project, SubscriptionFilter subscriptionFilter, Invocation invocation, boolean goesOn) {
        var channel = invocation.place().channel();
        var said = new Delivery.ToPlace(Place.channel(channel), card(project, subscriptionFilter, invocation, goesOn));
        var press = invocation.origin().press();
        if (!(invocation.origin() instanceof Origin.Submitted) || press == null || !press.ephemeral()) {
            return notifications
                    .card(invocation)
                    .map(offer -> List.<Delivery>of(said, new Delivery.ToAsker(offer)))
                    .orElse(List.of(said));
        }
        var id = JdbiSubscriptions.id(channel, project, subscriptionFilter);
        var actor = invocation.actor();
        var there = Stream.concat(
                subscriptions.inChannel(channel).stream()
                        .filter(each -> !each.id().equals(id)),
                Stream.of(new Subscription(
                        id,
                        channel,
                        project.name(),
                        subscriptionFilter,
                        new Subscription.Maker(actor.userId(), actor.name()))));
        return List.of(said, new Delivery.ToAsker(list.of(channel, there.toList())));
    }

    /** A form usually asks for the project before this; after a mention, and where none could open, buttons do. */
    private Card unsaid(SubscriptionFilter subscriptionFilter) {
        var sentence = "Which project's builds should I post here?";
        var buttons = new ArrayList<Button>();
        projects.all().stream()
                .limit(MOST_OFFERED)
                .map(project -> Button.of(project.name(), new Subscribe(project.name(), subscriptionFilter)))
                .forEach(buttons::add);
        buttons.add(Button.of("More options…", new Subscribe(null, subscriptionFilter)));
        return new TextCard(sentence, List.of(Text.of(sentence)), List.of(), CardActions.of(buttons));
    }

    /** An identical subscription, from Slack or from the file. */
    private Optional<Subscription> same(String channel, Project project, SubscriptionFilter subscriptionFilter) {
        var id = JdbiSubscriptions.id(channel, project, subscriptionFilter);
        return subscriptions.inChannel(channel).stream()
                .filter(each -> each.fromTheFile()
                        ? each.project().equals(project.name())
                        : each.id().equals(id))
                .filter(each -> each.wanted().equals(subscriptionFilter))
                .findFirst();
    }

    private static Card card(
            Project project, SubscriptionFilter subscriptionFilter, Invocation invocation, boolean goesOn) {
        var who = invocation.actor().name();
        var name = SubscriptionPhrases.name(project.name(), subscriptionFilter);
        var phrases = String.join("; ", SubscriptionPhrases.phrases(subscriptionFilter));
        var small = new ArrayList<>(SubscriptionPhrases.remarks(subscriptionFilter));
        if (goesOn) {
            small.add("Paused subscriptions of this channel resume.");
        }
        small.add("To stop, use /semaphore unsubscribe " + project.name() + ".");
        var id = JdbiSubscriptions.id(invocation.place().channel(), project, subscriptionFilter);
        return new TextCard(
                who + " subscribed this channel to " + name + ": " + phrases + ".",
                List.of(
                        Text.of(who + " subscribed this channel to ")
                                .text(SubscriptionPhrases.shown(project.name(), subscriptionFilter)),
                        Text.of("Posted here: " + phrases + ".")),
                small,
                CardActions.of(Button.of("Remove", new Unsubscribe(project.name(), null, id))));
    }
}
