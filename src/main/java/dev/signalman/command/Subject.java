package dev.signalman.command;

import org.jspecify.annotations.Nullable;

/** The subject of a command as given. The pipeline that it means is resolved later. */
public sealed interface Subject {
    /** No subject: the pipeline of the card in a card's thread, else the channel's project. */
    record Unsaid() implements Subject {}

    /**
     * A subject named by its id or URL.
     *
     * @param noun null if not given: tried as pipeline, workflow and job, in this order
     */
    record Id(@Nullable SubjectKind noun, String id) implements Subject {}

    /**
     * The newest pipeline, workflow or job of a project or of one of its branches.
     *
     * @param noun the kind of subject; null if not given
     * @param branch as given: a branch, {@code refs/tags/v1}, {@code pull-request-7}; null for the default branch
     */
    record Newest(
            @Nullable SubjectKind noun,
            String project,
            @Nullable String branch) implements Subject {
        /**
         * The project, for commands that take no branch.
         *
         * @throws Refusal when a branch was given
         */
        public String alone() {
            if (branch != null) {
                throw new Refusal("Name only the project, without a branch: " + QuotedText.of(project) + ".");
            }
            return project;
        }
    }

    /** A pipeline by its id. */
    static Subject pipeline(String id) {
        return new Id(SubjectKind.PIPELINE, id);
    }

    /** A workflow by its id. */
    static Subject workflow(String id) {
        return new Id(SubjectKind.WORKFLOW, id);
    }

    /** A job by its id. */
    static Subject job(String id) {
        return new Id(SubjectKind.JOB, id);
    }
}
