package dev.signalman.command;

import org.jspecify.annotations.Nullable;

/** What a command is about, as it was said; which pipeline that is, is looked up later. */
public sealed interface Subject {
    /** Nothing was said: the channel's own project, or in a card's thread that card's pipeline. */
    record Unsaid() implements Subject {}

    /**
     * A thing named by its id; a pasted URL becomes this too.
     *
     * @param noun null when it was not said: tried as pipeline, workflow and job, in that order
     */
    record Id(@Nullable SubjectKind noun, String id) implements Subject {}

    /**
     * The newest of a project, or of one of its branches.
     *
     * @param noun narrows what is meant; null when it was not said
     * @param branch as it was written: a branch, {@code refs/tags/v1}, {@code pull-request-7}; null for the project's default
     */
    record Newest(
            @Nullable SubjectKind noun,
            String project,
            @Nullable String branch) implements Subject {
        /**
         * The project, where no branch is asked for.
         *
         * @throws Refusal when one was said
         */
        public String alone() {
            if (branch != null) {
                throw new Refusal(
                        "A project without a branch is asked for here: " + QuotedText.of(project) + " alone.");
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
