package dev.signalman.feature.subscriptions;

import dev.signalman.chat.Messenger;
import dev.signalman.chat.MessengerException;
import dev.signalman.checkup.Check;
import dev.signalman.checkup.CheckContext;
import dev.signalman.checkup.CheckResult;
import dev.signalman.domain.NearestName;
import dev.signalman.domain.Project;
import dev.signalman.feature.subscriptions.FileSubscriptions.FileSubscription;
import dev.signalman.semaphore.SemaphoreException;
import dev.signalman.subject.ProjectDirectory;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Checks that the token sees the projects under {@code subscriptions:}, and that the bot may post in the channels.
 * Subscriptions made in Slack proved both when they were made.
 */
final class SubscriptionsCheck implements Check {
    private static final String SUBSCRIPTIONS = "subscriptions in signalman.yml";

    private final Supplier<FileSubscriptions> file;
    private final ProjectDirectory directory;
    private final Messenger messenger;

    @Inject
    SubscriptionsCheck(Supplier<FileSubscriptions> file, ProjectDirectory directory, Messenger messenger) {
        this.file = file;
        this.directory = directory;
        this.messenger = messenger;
    }

    @Override
    public String about() {
        return SUBSCRIPTIONS;
    }

    @Override
    public List<CheckResult> look(CheckContext checkContext) {
        if (file.get().all().isEmpty()) {
            return List.of();
        }
        var checkResults = new ArrayList<CheckResult>();
        checkResults.addAll(projects());
        checkResults.addAll(channels());
        return checkResults.isEmpty()
                ? List.of(
                        CheckResult.fine(SUBSCRIPTIONS, "All projects found, and Signalman can post in all channels."))
                : checkResults;
    }

    private List<CheckResult> projects() {
        try {
            var seen = directory.all().stream().map(Project::name).toList();
            return named(FileSubscription::project)
                    .filter(name -> !seen.contains(name))
                    .map(name -> unseen(name, seen))
                    .toList();
        } catch (SemaphoreException silent) {
            return List.of(CheckResult.unknown(
                    SUBSCRIPTIONS,
                    "Semaphore didn't return the projects.",
                    "Fix the Semaphore problem above, then run doctor again."));
        }
    }

    private static CheckResult unseen(String name, List<String> seen) {
        var nearest = NearestName.of(name, seen, 1);
        return CheckResult.wrong(
                SUBSCRIPTIONS + ", " + name,
                "Can't find project \"" + name + "\" in Semaphore, so its builds aren't posted."
                        + (nearest.isEmpty() ? "" : " Did you mean \"" + nearest.get(0) + "\"?"),
                "Correct the name, or add the bot's account to that project in Semaphore.");
    }

    private List<CheckResult> channels() {
        try {
            return named(FileSubscription::channel)
                    .filter(channel -> !messenger.reach(channel).mayPost())
                    .map(SubscriptionsCheck::closed)
                    .toList();
        } catch (MessengerException silent) {
            return List.of(CheckResult.unknown(
                    SUBSCRIPTIONS,
                    "Slack didn't say whether Signalman can post in their channels (" + silent.getMessage() + ").",
                    "Fix the Slack problems above, then run doctor again."));
        }
    }

    /** Slack gives one answer for a missing channel and for a private one without the bot (docs/slack.md). */
    private static CheckResult closed(String channel) {
        return CheckResult.wrong(
                SUBSCRIPTIONS + ", " + channel,
                "Signalman can't post there: the channel doesn't exist, is archived, or is private without "
                        + "Signalman as a member.",
                "Copy the id from the channel's details in Slack, and type /invite @Signalman there.");
    }

    private Stream<String> named(Function<FileSubscription, String> part) {
        return file.get().all().stream().map(part).distinct().sorted();
    }
}
