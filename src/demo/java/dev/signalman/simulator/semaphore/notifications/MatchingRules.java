package dev.signalman.simulator.semaphore.notifications;

import dev.signalman.simulator.semaphore.NotificationStore;
import dev.signalman.simulator.semaphore.Organization;
import dev.signalman.simulator.semaphore.Permission;
import dev.signalman.simulator.semaphore.SimulatedPipeline;
import dev.signalman.simulator.semaphore.StoredNotification;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Finds the rules of all notifications that are for a finished pipeline. */
final class MatchingRules {
    private MatchingRules() {}

    /**
     * The rules that match a pipeline which is done. A rule of an account that may not see the project is left out, and
     * nobody is told.
     */
    static List<StoredNotification.Rule> of(SimulatedPipeline pipeline, Organization organization) {
        var project = pipeline.workflow().project();
        return organization.notifications().all().stream()
                .filter(each -> organization
                        .userById(each.creatorId())
                        .filter(creator -> creator.may(Permission.VIEW, project))
                        .isPresent())
                .flatMap(each -> each.rules().stream())
                .filter(rule -> !rule.webhook().endpoint().isEmpty() && matches(rule, pipeline))
                .toList();
    }

    private static boolean matches(StoredNotification.Rule rule, SimulatedPipeline pipeline) {
        var branch = pipeline.workflow().branchName();
        var tag = branch.startsWith("refs/tags/");
        var result = pipeline.timeline().result().name().toLowerCase(Locale.ROOT);
        return any(rule.projects(), pipeline.workflow().project().name())
                && (tag ? none(rule.tags(), branch.substring("refs/tags/".length())) : none(rule.branches(), branch))
                && none(rule.pipelines(), pipeline.plan().yamlFileName())
                && none(rule.results(), result);
    }

    private static boolean none(List<String> terms, String value) {
        return terms.isEmpty() || any(terms, value);
    }

    /** PostgreSQL's operator for a regular expression finds it anywhere. */
    private static boolean any(List<String> terms, String value) {
        return terms.stream()
                .anyMatch(term -> NotificationStore.isExpression(term)
                        ? Pattern.compile(term.substring(1, term.length() - 1))
                                .matcher(value)
                                .find()
                        : term.equals(value));
    }
}
