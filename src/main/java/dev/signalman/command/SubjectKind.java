package dev.signalman.command;

/** The kind of a subject, given as a noun, e.g. in {@code stop pipeline ID}. */
public enum SubjectKind {
    PIPELINE,
    WORKFLOW,
    JOB,
    PROJECT
}
