package dev.signalman.ruling;

/** What a rule is about; the order of these words is the order in which judgements are shown. */
public enum RuleTopic {
    /** Whether the pipeline may be promoted at all. */
    PIPELINE,
    /** Whether the rules name it, and the project. */
    NAME,
    /** The pipeline file and the branch that it starts from. */
    ORIGIN,
    /** Who asks, to the workspace. */
    STANDING,
    /** Whether whoever asks may use the verb. */
    ACCESS,
    /** With whose token it goes. */
    IDENTITY,
    /** Who has agreed. */
    APPROVALS,
    /** Whether whoever asks may go ahead alone. */
    BREAK_GLASS,
    /** Times at which nothing is promoted. */
    FREEZE,
    /** Whether somebody keeps it for themselves. */
    LOCK,
    /** What was given along. */
    PARAMETERS,
    /** Whether it went, or a newer one did, meanwhile. */
    OVERTAKEN
}
