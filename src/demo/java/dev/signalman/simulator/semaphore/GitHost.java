package dev.signalman.simulator.semaphore;

import java.util.regex.Pattern;

/** A project's git host, which decides what happens to a commit that a run asks for: docs/semaphore.md, "A run". */
public enum GitHost {
    GITHUB("github_app", "github"),
    BITBUCKET("bitbucket", "bitbucket"),
    GITLAB("gitlab", "gitlab");

    private static final String TAGS = "refs/tags/";
    private static final Pattern WHOLE = Pattern.compile("[0-9a-f]{40}");

    private final String integration;
    private final String provider;

    GitHost(String integration, String provider) {
        this.integration = integration;
        this.provider = provider;
    }

    /** The word in a project's description. */
    public String integration() {
        return integration;
    }

    /** The word in a job's environment. */
    public String provider() {
        return provider;
    }

    /** The author of a pushed commit in a job's environment: docs/semaphore.md, "The author of a commit". */
    String authorOf(String login, String name, String branchName) {
        return switch (this) {
            case GITHUB -> branchName.startsWith(TAGS) ? "" : login;
            case BITBUCKET -> login;
            case GITLAB -> name;
        };
    }

    /** Whether a run of this reference starts at the requested commit; otherwise it silently starts at the newest. */
    boolean heeds(String branchName, String sha) {
        var branch = !branchName.startsWith(TAGS) && !branchName.startsWith("pull-request-");
        return switch (this) {
            case GITHUB -> branch && WHOLE.matcher(sha).matches();
            case BITBUCKET -> branch;
            case GITLAB -> false;
        };
    }
}
