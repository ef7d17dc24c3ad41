package dev.signalman.feature.subscriptions;

import dev.signalman.card.Button;
import dev.signalman.card.CardActions;
import dev.signalman.card.Text;
import dev.signalman.card.TextCard;
import dev.signalman.chat.Messenger;
import dev.signalman.command.Invited;
import dev.signalman.command.Subscribe;
import dev.signalman.command.Unsubscribe;
import dev.signalman.dispatch.Delivery;
import dev.signalman.dispatch.Handler;
import dev.signalman.dispatch.Invocation;
import dev.signalman.dispatch.Outcome;
import dev.signalman.domain.PipelineEnding;
import dev.signalman.domain.Place;
import dev.signalman.domain.Project;
import dev.signalman.domain.RefPattern;
import dev.signalman.domain.SubscriptionFilter;
import dev.signalman.subject.ProjectDirectory;
import dev.signalman.subject.ProjectSettings;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Asks a channel to which the bot was invited which builds to post there: once until it leaves, and not where something
 * is subscribed.
 */
final class InvitedHandler implements Handler<Invited> {
    private static final String USUAL_BRANCH = "main";

    private final ProjectDirectory projects;
    private final Supplier<ProjectSettings> settings;
    private final Subscriptions subscriptions;
    private final JoinedChannels joined;
    private final Messenger messenger;

    @Inject
    InvitedHandler(
            ProjectDirectory projects,
            Supplier<ProjectSettings> settings,
            Subscriptions subscriptions,
            JoinedChannels joined,
            Messenger messenger) {
        this.projects = projects;
        this.settings = settings;
        this.subscriptions = subscriptions;
        this.joined = joined;
        this.messenger = messenger;
    }

    @Override
    public Outcome handle(Invited command, Invocation invocation) {
        var channel = invocation.place().channel();
        if (joined.holds(channel) || !subscriptions.inChannel(channel).isEmpty()) {
            return Outcome.nothing();
        }
        var all = projects.all().stream().map(Project::name).toList();
        var guess = all.size() == 1
                ? Optional.of(all.get(0))
                : named(all, messenger.channelName(channel).toLowerCase(Locale.ROOT));
        var card = guess.map(this::offering).orElseGet(InvitedHandler::asking);
        return Outcome.deliver(new Delivery.ToPlace(Place.channel(channel), card))
                .with(joined.joining(channel));
    }

    /** The longest name of a project that is among the words of the channel's name. */
    private static Optional<String> named(List<String> projects, String channel) {
        var words = "-" + channel.replace('_', '-') + "-";
        return projects.stream()
                .filter(name ->
                        words.contains("-" + name.toLowerCase(Locale.ROOT).replace('_', '-') + "-"))
                .max(Comparator.comparingInt(String::length));
    }

    private TextCard offering(String project) {
        var configured = settings.get().of(project).defaultBranch();
        var branch = configured == null ? USUAL_BRANCH : configured;
        var failures =
                new SubscriptionFilter(new RefPattern(branch), Set.of(PipelineEnding.FAILED), null, false, true, true);
        return card(
                Text.of("Hi! Should I post ").bold(project).plain("'s builds here?"),
                Button.of("Failures on " + branch, subscribe(project, failures)).primary(),
                Button.of("Everything", subscribe(project, SubscriptionFilter.ALL)),
                Button.of("Another project…", subscribe(null, SubscriptionFilter.ALL)),
                Button.of("Not now", new Unsubscribe(project, null, null)));
    }

    private static TextCard asking() {
        return card(
                Text.of("Hi! Which project's builds should I post here?"),
                Button.of("Choose a project…", subscribe(null, SubscriptionFilter.ALL))
                        .primary());
    }

    private static Subscribe subscribe(@Nullable String project, SubscriptionFilter wanted) {
        return new Subscribe(project, wanted);
    }

    private static TextCard card(Text line, Button... buttons) {
        return new TextCard(line.spoken(), List.of(line), List.of(), CardActions.of(buttons));
    }
}
