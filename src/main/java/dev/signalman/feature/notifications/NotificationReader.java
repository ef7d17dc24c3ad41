package dev.signalman.feature.notifications;

import dev.signalman.domain.WebhookNotification;
import dev.signalman.domain.WebhookNotification.Rule;
import dev.signalman.port.BotTokenAccount;
import dev.signalman.semaphore.Semaphore;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Reads Semaphore's notifications, and finds the one that sends to this bot, whatever it is called. */
final class NotificationReader {
    private static final int MOST_NAMES = 5;

    private final Semaphore semaphore;
    private final NotificationSettings settings;
    private final BotTokenAccount account;

    @Inject
    NotificationReader(Semaphore semaphore, NotificationSettings settings, BotTokenAccount account) {
        this.semaphore = semaphore;
        this.settings = settings;
        this.account = account;
    }

    /**
     * Reads how it stands; one call.
     *
     * @param projects names of projects about which it should tell
     * @throws dev.signalman.semaphore.SemaphoreException also when the token may not list notifications
     */
    NotificationState read(List<String> projects) {
        var all = semaphore.notifications().list();
        var ours = all.stream()
                .filter(each -> rules(each).findAny().isPresent())
                .min(Comparator.comparingInt(each -> problems(each, projects).size()))
                .orElse(null);
        var namesake = all.stream()
                .filter(each -> each.name().equals(NotificationState.NAME) && !each.equals(ours))
                .findFirst()
                .orElse(null);
        return new NotificationState(ours, namesake, ours == null ? List.of() : problems(ours, projects));
    }

    private List<String> problems(WebhookNotification notification, List<String> projects) {
        var problems = new ArrayList<String>();
        var rules = rules(notification).toList();
        if (rules.stream().allMatch(rule -> secretName(rule).isEmpty())) {
            problems.add("It names no secret, so Semaphore sends it unsigned and it is rejected.");
        }
        if (rules.stream().allMatch(Rule::filters)) {
            problems.add("It only tells about some branches, pipelines or results.");
        }
        var left = projects.stream()
                .filter(project -> rules.stream().noneMatch(rule -> rule.covers(project)))
                .sorted()
                .toList();
        if (!left.isEmpty()) {
            problems.add("It leaves out " + named(left) + ".");
        }
        var creator = notification.creatorId();
        if (creator != null && account.id().filter(own -> !own.equals(creator)).isPresent()) {
            problems.add(
                    "Another account made it. Semaphore silently stops sending once that account can't see a project.");
        }
        return problems;
    }

    private static String named(List<String> projects) {
        var shown = String.join(", ", projects.subList(0, Math.min(MOST_NAMES, projects.size())));
        return projects.size() <= MOST_NAMES ? shown : shown + " and " + (projects.size() - MOST_NAMES) + " more";
    }

    /** The rules that send to this bot. */
    private Stream<Rule> rules(WebhookNotification notification) {
        var endpoint = settings.endpoint().toString();
        return notification.rules().stream()
                .filter(rule -> rule.webhook() != null
                        && rule.webhook().endpoint().replaceFirst("/+$", "").equalsIgnoreCase(endpoint));
    }

    private static String secretName(Rule rule) {
        return Objects.requireNonNull(rule.webhook()).secretName();
    }
}
