package dev.signalman.domain;

import java.util.Locale;

/**
 * A branch, tag or pull request, as Semaphore writes it in {@code branch_name}: a plain name, {@code refs/tags/NAME} or
 * {@code pull-request-NUMBER} (docs/semaphore.md, "Names of references").
 *
 * @param name the branch's or tag's name, or the pull request's number
 */
public record GitRef(Kind kind, String name) {
    private static final String TAGS = "refs/tags/";
    private static final String HEADS = "refs/heads/";
    private static final String PULLS = "refs/pull/";
    private static final String PULL_REQUEST = "pull-request-";

    public enum Kind {
        BRANCH,
        TAG,
        PULL_REQUEST
    }

    /**
     * Parses any spelling: {@code main}, {@code refs/heads/main}, {@code refs/tags/v1}, {@code pull-request-7},
     * {@code refs/pull/7}.
     */
    public static GitRef parse(String text) {
        if (text.startsWith(TAGS)) {
            return new GitRef(Kind.TAG, text.substring(TAGS.length()));
        }
        if (text.startsWith(HEADS)) {
            return branch(text.substring(HEADS.length()));
        }
        if (text.startsWith(PULLS)) {
            return pullRequest(text.substring(PULLS.length()).replaceFirst("/(head|merge)$", ""), text);
        }
        if (text.startsWith(PULL_REQUEST)) {
            return pullRequest(text.substring(PULL_REQUEST.length()), text);
        }
        return branch(text);
    }

    public static GitRef branch(String name) {
        return new GitRef(Kind.BRANCH, name);
    }

    private static GitRef pullRequest(String number, String whole) {
        boolean numeric = !number.isEmpty() && number.chars().allMatch(c -> c >= '0' && c <= '9');
        return numeric ? new GitRef(Kind.PULL_REQUEST, number) : branch(whole);
    }

    /** The value of {@code branch_name} in Semaphore's lists and filters. */
    public String branchName() {
        return switch (kind) {
            case BRANCH -> name;
            case TAG -> TAGS + name;
            case PULL_REQUEST -> PULL_REQUEST + name;
        };
    }

    /** The full git reference, as a request to run a workflow needs it. */
    public String reference() {
        return switch (kind) {
            case BRANCH -> HEADS + name;
            case TAG -> TAGS + name;
            case PULL_REQUEST -> PULLS + name;
        };
    }

    /** The words that people use: {@code main}, {@code tag v1.2}, {@code pull request 7}. */
    public String spoken() {
        return kind == Kind.BRANCH ? name : kind.name().toLowerCase(Locale.ROOT).replace('_', ' ') + " " + name;
    }
}
