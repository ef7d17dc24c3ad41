package dev.signalman.domain;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A notification of Semaphore's organization: who is told about which finished pipelines.
 *
 * @param creatorId the account that made it, without whose right to see a project nothing is sent; null when unknown
 */
public record WebhookNotification(
        String id, String name, @Nullable String creatorId, List<Rule> rules) {
    /** The expression that matches every name. */
    public static final String EVERYTHING = "/.*/";

    /** Keeps its own copy. */
    public WebhookNotification {
        rules = List.copyOf(rules);
    }

    /**
     * A rule. Each list holds exact names and {@code /regular expressions/}; an empty one lets everything pass, except
     * {@code projects}, which then matches nothing (docs/semaphore.md, "Notifications").
     *
     * @param webhook null when the rule tells by mail or by Slack alone
     */
    public record Rule(
            List<String> projects,
            List<String> branches,
            List<String> pipelines,
            List<String> results,
            List<String> tags,
            @Nullable Webhook webhook) {
        /** Keeps its own copies. */
        public Rule {
            projects = List.copyOf(projects);
            branches = List.copyOf(branches);
            pipelines = List.copyOf(pipelines);
            results = List.copyOf(results);
            tags = List.copyOf(tags);
        }

        /** Whether it tells about pipelines of this project; also where its expression is none that we can read. */
        public boolean covers(String project) {
            return projects.stream().anyMatch(term -> matches(term, project));
        }

        /** Whether it leaves out pipelines of the projects that it covers. */
        public boolean filters() {
            return Stream.of(branches, pipelines, results, tags)
                    .anyMatch(terms -> !terms.isEmpty() && !terms.contains(EVERYTHING));
        }

        private static boolean matches(String term, String name) {
            if (!term.startsWith("/") || !term.endsWith("/")) {
                return term.equals(name);
            }
            try {
                return new RefPattern(term).finds(name);
            } catch (IllegalArgumentException unsupported) {
                return true;
            }
        }
    }

    /**
     * Where a rule sends to.
     *
     * @param endpoint may itself be a secret, as the addresses of other programs are
     * @param secretName the organization's secret whose {@code WEBHOOK_SECRET} signs the body; {@code ""} for none
     */
    public record Webhook(String endpoint, String secretName) {
        @Override
        public String toString() {
            return "Webhook[" + secretName + "]";
        }
    }
}
