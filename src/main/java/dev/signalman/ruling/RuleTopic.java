package dev.signalman.ruling;

/** The topic of a rule. Judgements are shown in this order. */
public enum RuleTopic {
    /** Whether the pipeline may be promoted at all. */
    PIPELINE,
    /** Whether the rules name the promotion and the project. */
    NAME,
    /** The pipeline file and the branch that it starts from. */
    ORIGIN,
    /** The requester's standing in the workspace. */
    STANDING,
    /** Whether the requester may use the verb. */
    ACCESS,
    /** Whose token is used. */
    IDENTITY,
    /** Who has agreed. */
    APPROVALS,
    /** Whether the requester may go ahead alone. */
    BREAK_GLASS,
    /** Times at which nothing is promoted. */
    FREEZE,
    /** Whether somebody has locked it. */
    LOCK,
    /** Parameters of the promotion. */
    PARAMETERS,
    /** Whether it, or a newer one, was promoted meanwhile. */
    OVERTAKEN
}
