package dev.signalman.feature.notifications;

import dev.signalman.card.Card;
import dev.signalman.card.CardActions;
import dev.signalman.card.Text;
import dev.signalman.card.TextCard;
import dev.signalman.command.ConnectNotifications;
import dev.signalman.dispatch.Invocation;
import dev.signalman.port.CommandAccess;
import dev.signalman.port.NotificationOffer;
import dev.signalman.semaphore.SemaphoreException;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Offers to connect notifications to people who may do that, while there are none. */
final class ConnectNotificationsOffer implements NotificationOffer {
    private static final Logger LOG = LoggerFactory.getLogger(ConnectNotificationsOffer.class);
    private static final String SENTENCE =
            "Semaphore doesn't notify me yet, so results show up some seconds late. Should I connect it?";

    private final NotificationSettings settings;
    private final NotificationReader reader;
    private final CommandAccess access;

    @Inject
    ConnectNotificationsOffer(NotificationSettings settings, NotificationReader reader, CommandAccess access) {
        this.settings = settings;
        this.reader = reader;
        this.access = access;
    }

    @Override
    public Optional<Card> card(Invocation invocation) {
        return settings.ready() && access.admits(new ConnectNotifications(), invocation) && missing()
                ? Optional.of(new TextCard(
                        SENTENCE,
                        List.of(Text.of(SENTENCE)),
                        List.of(),
                        CardActions.of(NotificationPhrases.connect().primary())))
                : Optional.empty();
    }

    private boolean missing() {
        try {
            return reader.read(List.of()).missing();
        } catch (SemaphoreException silent) {
            LOG.info("Semaphore didn't list its notifications, so none is offered: {}", silent.kind());
            return false;
        }
    }
}
