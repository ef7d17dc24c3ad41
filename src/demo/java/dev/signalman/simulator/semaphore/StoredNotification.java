package dev.signalman.simulator.semaphore;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A notification that somebody made. */
public record StoredNotification(String id, String name, String creatorId, Instant createdAt, List<Rule> rules) {
    public StoredNotification {
        rules = List.copyOf(rules);
    }

    /**
     * A rule. An empty list lets everything pass, except {@code projects}, which then matches nothing.
     *
     * @param blocks are kept and never looked at, as in Semaphore
     */
    public record Rule(
            String name,
            List<String> projects,
            List<String> branches,
            List<String> pipelines,
            List<String> blocks,
            List<String> results,
            List<String> tags,
            Webhook webhook) {
        public Rule {
            projects = List.copyOf(projects);
            branches = List.copyOf(branches);
            pipelines = List.copyOf(pipelines);
            blocks = List.copyOf(blocks);
            results = List.copyOf(results);
            tags = List.copyOf(tags);
        }

        /** Everything of these projects, to one address. */
        public static Rule of(List<String> projects, Webhook webhook) {
            return new Rule("rule", projects, List.of(), List.of(), List.of(), List.of(), List.of(), webhook);
        }

        /** With other branches. */
        public Rule onBranches(String... others) {
            return new Rule(name, projects, List.of(others), pipelines, blocks, results, tags, webhook);
        }
    }

    /**
     * Where a rule sends to.
     *
     * @param endpoint empty for nowhere
     * @param timeout in milliseconds; 0 for the default
     * @param secret the secret's name; empty for none
     */
    public record Webhook(String endpoint, int timeout, int retries, String secret) {
        private static final int USUAL = 500;
        private static final int MOST_RETRIES = 5;

        public URI address() {
            return URI.create(endpoint);
        }

        public Duration patience() {
            return Duration.ofMillis(timeout == 0 ? USUAL : timeout);
        }

        public int attemptsAfterTheFirst() {
            return Math.min(retries, MOST_RETRIES);
        }
    }
}
