package dev.signalman.feature.notifications;

import dev.signalman.checkup.Check;
import dev.signalman.checkup.CheckContext;
import dev.signalman.checkup.CheckResult;
import dev.signalman.command.ConnectNotifications;
import dev.signalman.command.QuotedText;
import dev.signalman.semaphore.SemaphoreException;
import dev.signalman.semaphore.SemaphoreException.Kind;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.util.List;

/**
 * Checks that Semaphore has a notification that sends to this bot, and tells everything. Only a running bot knows the
 * subscriptions, so only then are the projects compared. Applies where PUBLIC_URL and the secret are set.
 */
final class NotificationCheck implements Check {
    private static final String NOTIFICATION = "Semaphore's notification";

    private final NotificationSettings settings;
    private final NotificationReader reader;
    private final Provider<SubscribedProjectNames> projects;

    @Inject
    NotificationCheck(
            NotificationSettings settings, NotificationReader reader, Provider<SubscribedProjectNames> projects) {
        this.settings = settings;
        this.reader = reader;
        this.projects = projects;
    }

    @Override
    public String about() {
        return NOTIFICATION;
    }

    @Override
    public List<CheckResult> look(CheckContext checkContext) {
        if (settings.secret() == null || settings.publicUrl() == null) {
            return List.of();
        }
        if (!settings.ready()) {
            return List.of(CheckResult.worthALook(
                    NOTIFICATION,
                    "PUBLIC_URL is an address of this machine, which Semaphore can't reach.",
                    "Set PUBLIC_URL to the public address, such as https://signalman.example.com."));
        }
        try {
            return List.of(
                    result(reader.read(checkContext.serving() ? projects.get().all() : List.of())));
        } catch (SemaphoreException failed) {
            return List.of(
                    failed.kind() == Kind.NOT_PERMITTED
                            ? CheckResult.unknown(
                                    NOTIFICATION,
                                    "Semaphore doesn't let the bot's account see notifications (" + failed.words()
                                            + ").",
                                    NotificationPhrases.permission("organization.notifications.view"))
                            : CheckResult.unknown(
                                    NOTIFICATION,
                                    "Semaphore didn't return the notifications (" + failed.words() + ").",
                                    "Fix the Semaphore problem above, then run doctor again."));
        }
    }

    private CheckResult result(NotificationState state) {
        var ours = state.ours();
        if (ours != null) {
            return state.problems().isEmpty()
                    ? CheckResult.fine(
                            NOTIFICATION, QuotedText.of(ours.name()) + " sends to " + settings.endpoint() + ".")
                    : CheckResult.worthALook(
                            NOTIFICATION, String.join(" ", state.problems()), NotificationPhrases.repair(ours));
        }
        var namesake = state.namesake();
        if (namesake != null) {
            return CheckResult.worthALook(
                    NOTIFICATION, NotificationPhrases.taken(namesake), NotificationPhrases.TAKEN_ADVICE);
        }
        return CheckResult.worthALook(
                        NOTIFICATION,
                        "No notification in Semaphore sends to " + settings.endpoint()
                                + ", so builds are only found by polling.",
                        "Use /semaphore notifications connect, or make one by hand.")
                .fixedBy(NotificationPhrases.CONNECT, ConnectNotifications.VERB.words());
    }
}
