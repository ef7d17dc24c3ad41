package dev.signalman.command;

/** What kind of thing a subject is, as {@code stop pipeline ID} says it. */
public enum SubjectKind {
    PIPELINE,
    WORKFLOW,
    JOB,
    PROJECT
}
