package dev.signalman.feature.notifications;

import dev.signalman.card.CardActions;
import dev.signalman.card.Symbol;
import dev.signalman.card.Text;
import dev.signalman.card.TextCard;
import dev.signalman.command.ConnectNotifications;
import dev.signalman.command.Refusal;
import dev.signalman.dispatch.Act;
import dev.signalman.dispatch.ActExecutor;
import dev.signalman.dispatch.ActResult;
import dev.signalman.dispatch.Delivery;
import dev.signalman.dispatch.Outcome;
import dev.signalman.dispatch.ProbeResult;
import dev.signalman.domain.WebhookNotification;
import dev.signalman.port.BotTokenAccount;
import dev.signalman.semaphore.Semaphore;
import dev.signalman.semaphore.SemaphoreException;
import dev.signalman.semaphore.SemaphoreException.Kind;
import dev.signalman.semaphore.WebhookNotifications.NewNotification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes the secret, unless it is there, and then the notification that names it. */
final class ConnectNotificationsExecutor implements ActExecutor<ConnectNotifications> {
    private static final String VARIABLE = "WEBHOOK_SECRET";
    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final int RETRIES = 5;

    private static final String OPEN = "Jobs of every project can use the secret " + NotificationState.NAME
            + ". Where your plan has access policies for secrets, an admin can limit that in Semaphore.";
    private static final String OLD =
            "The secret " + NotificationState.NAME + " was there already. If doctor still says "
                    + "that no notification arrives after a build, delete secret and notification in Semaphore, and connect again.";
    private static final String LOST = "Semaphore didn't answer, and there is no notification.";

    private final Semaphore semaphore;
    private final NotificationSettings settings;
    private final NotificationReader reader;
    private final BotTokenAccount account;

    @Inject
    ConnectNotificationsExecutor(
            Semaphore semaphore, NotificationSettings settings, NotificationReader reader, BotTokenAccount account) {
        this.semaphore = semaphore;
        this.settings = settings;
        this.reader = reader;
        this.account = account;
    }

    @Override
    public ActResult carry(ConnectNotifications pinned, Act act) {
        settings.require();
        var there = reader.read(List.of()).ours();
        if (there != null) {
            return ActResult.done(
                    "Semaphore notifies me already.",
                    Outcome.answer(TextCard.of("Semaphore notifies me already. Nothing was changed.")));
        }
        var remark = secretWith(Objects.requireNonNull(settings.secret()));
        try {
            return connected(act, remark, create().creatorId());
        } catch (SemaphoreException failed) {
            if (failed.kind() == Kind.NOT_PERMITTED) {
                throw new Refusal("Semaphore doesn't let the bot's account create notifications (" + failed.words()
                        + "). " + NotificationPhrases.permission("organization.notifications.manage"));
            }
            var meanwhile =
                    failed.kind() == Kind.REFUSED ? reader.read(List.of()).ours() : null;
            if (meanwhile == null) {
                throw failed;
            }
            return connected(act, remark, null);
        }
    }

    private WebhookNotification create() {
        return semaphore
                .notifications()
                .create(new NewNotification(
                        NotificationState.NAME, settings.endpoint(), NotificationState.NAME, TIMEOUT, RETRIES));
    }

    /** Makes the secret; never changes one that is there, since others may use it. Returns a remark; may be empty. */
    private String secretWith(String value) {
        var there = semaphore.secrets().find(NotificationState.NAME);
        if (there.isPresent()) {
            var variables = there.get().variables();
            if (variables != null && !value.equals(variables.get(VARIABLE))) {
                throw new Refusal("Semaphore has a secret named " + NotificationState.NAME + " with another " + VARIABLE
                        + ". Delete it in Semaphore, under Settings, Secrets, then try again.");
            }
            return variables == null ? OLD : there.get().closedToJobs() ? "" : OPEN;
        }
        try {
            return semaphore
                            .secrets()
                            .create(NotificationState.NAME, VARIABLE, value)
                            .closedToJobs()
                    ? ""
                    : OPEN;
        } catch (SemaphoreException failed) {
            if (failed.kind() == Kind.NOT_PERMITTED) {
                throw new Refusal("Semaphore doesn't let the bot's account create secrets (" + failed.words() + "). "
                        + NotificationPhrases.permission("organization.secrets.manage"));
            }
            throw failed;
        }
    }

    @Override
    public ProbeResult lookFor(ConnectNotifications pinned, Act act) {
        var ours = settings.ready() ? reader.read(List.of()).ours() : null;
        return ours == null ? new ProbeResult.MayBeRepeated(LOST) : new ProbeResult.Happened(connected(act, "", null));
    }

    /**
     * Says that it is connected.
     *
     * @param creator the account that Semaphore named in its answer; null when the notification was only found
     */
    private ActResult connected(Act act, String remark, @Nullable String creator) {
        var who = act.actor().name();
        var sentence = who + " connected Semaphore's notifications. Build results arrive as soon as a build ends.";
        var card = new TextCard(
                sentence,
                List.of(Text.empty()
                        .symbol(Symbol.PASSED)
                        .bold(who)
                        .plain(" connected Semaphore's notifications. Build results arrive as soon as a build ends.")),
                remark.isEmpty() ? List.of() : List.of(remark),
                CardActions.NONE);
        var outcome = Outcome.deliver(new Delivery.ToPlace(act.place(), card));
        return ActResult.done(sentence, creator == null ? outcome : outcome.with(account.learning(creator)));
    }
}
