package dev.signalman.simulator.semaphore;

import java.util.regex.Pattern;

/** Where a project's repository is; what becomes of a commit that a run asks for depends on it: docs/semaphore.md, "A run". */
public enum GitHost {
    GITHUB("github_app"),
    BITBUCKET("bitbucket"),
    GITLAB("gitlab");

    private static final Pattern WHOLE = Pattern.compile("[0-9a-f]{40}");

    private final String integration;

    GitHost(String integration) {
        this.integration = integration;
    }

    /** How a project's description calls it. */
    public String integration() {
        return integration;
    }

    /** Whether a run of this reference starts at the commit that it asks for; else it starts at the newest one, without a word. */
    boolean heeds(String branchName, String sha) {
        var branch = !branchName.startsWith("refs/tags/") && !branchName.startsWith("pull-request-");
        return switch (this) {
            case GITHUB -> branch && WHOLE.matcher(sha).matches();
            case BITBUCKET -> branch;
            case GITLAB -> false;
        };
    }
}
