package dev.signalman.simulator.semaphore;

import java.util.regex.Pattern;

/** A project's git host, which decides what happens to a commit that a run asks for: docs/semaphore.md, "A run". */
public enum GitHost {
    GITHUB("github_app"),
    BITBUCKET("bitbucket"),
    GITLAB("gitlab");

    private static final Pattern WHOLE = Pattern.compile("[0-9a-f]{40}");

    private final String integration;

    GitHost(String integration) {
        this.integration = integration;
    }

    /** The word in a project's description. */
    public String integration() {
        return integration;
    }

    /** Whether a run of this reference starts at the requested commit; otherwise it silently starts at the newest. */
    boolean heeds(String branchName, String sha) {
        var branch = !branchName.startsWith("refs/tags/") && !branchName.startsWith("pull-request-");
        return switch (this) {
            case GITHUB -> branch && WHOLE.matcher(sha).matches();
            case BITBUCKET -> branch;
            case GITLAB -> false;
        };
    }
}
