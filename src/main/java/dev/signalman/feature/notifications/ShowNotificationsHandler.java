package dev.signalman.feature.notifications;

import dev.signalman.card.Card;
import dev.signalman.card.CardActions;
import dev.signalman.card.Symbol;
import dev.signalman.card.Text;
import dev.signalman.card.TextCard;
import dev.signalman.command.ConnectNotifications;
import dev.signalman.command.QuotedText;
import dev.signalman.command.ShowNotifications;
import dev.signalman.dispatch.Handler;
import dev.signalman.dispatch.Invocation;
import dev.signalman.dispatch.Outcome;
import dev.signalman.port.CommandAccess;
import dev.signalman.semaphore.SemaphoreException;
import jakarta.inject.Inject;
import java.util.List;

/** Shows whether Semaphore notifies the bot. */
final class ShowNotificationsHandler implements Handler<ShowNotifications> {
    private final NotificationSettings settings;
    private final NotificationReader reader;
    private final SubscribedProjectNames projects;
    private final CommandAccess access;

    @Inject
    ShowNotificationsHandler(
            NotificationSettings settings,
            NotificationReader reader,
            SubscribedProjectNames projects,
            CommandAccess access) {
        this.settings = settings;
        this.reader = reader;
        this.projects = projects;
        this.access = access;
    }

    @Override
    public Outcome handle(ShowNotifications command, Invocation invocation) {
        settings.require();
        return Outcome.answer(card(state(), invocation));
    }

    private NotificationState state() {
        try {
            return reader.read(projects.all());
        } catch (SemaphoreException failed) {
            throw NotificationPhrases.told(failed);
        }
    }

    private Card card(NotificationState state, Invocation invocation) {
        var ours = state.ours();
        if (ours != null) {
            return state.problems().isEmpty()
                    ? connected(QuotedText.of(ours.name()))
                    : card(
                            Symbol.WARNING,
                            "Semaphore has a notification for me, but it needs a change. "
                                    + String.join(" ", state.problems()),
                            NotificationPhrases.repair(ours),
                            CardActions.NONE);
        }
        var namesake = state.namesake();
        if (namesake != null) {
            return card(
                    Symbol.WARNING,
                    NotificationPhrases.taken(namesake),
                    NotificationPhrases.TAKEN_ADVICE,
                    CardActions.NONE);
        }
        return card(
                Symbol.NOT_BEGUN,
                "Semaphore doesn't notify me yet, so I find builds by polling.",
                "",
                access.admits(new ConnectNotifications(), invocation)
                        ? CardActions.of(NotificationPhrases.connect().primary())
                        : CardActions.NONE);
    }

    private Card connected(String name) {
        return card(
                Symbol.PASSED,
                "Semaphore notifies me as soon as a build ends.",
                "Notification " + name + ", to " + settings.endpoint() + ".",
                CardActions.NONE);
    }

    private static Card card(Symbol symbol, String sentence, String small, CardActions actions) {
        return new TextCard(
                sentence,
                List.of(Text.empty().symbol(symbol).plain(sentence)),
                small.isEmpty() ? List.of() : List.of(small),
                actions);
    }
}
