package dev.signalman.port;

/** Whose agents may ask: {@code access.ask_by_agent} in the configuration. */
public interface AgentAccess {
    /** Whether it names anybody. */
    boolean open();

    /** Whether a person's agents may ask now. */
    Standing of(String userId);

    /** A person's standing. */
    enum Standing {
        ADMITTED,
        /** Not named, or not a full member of the workspace. */
        REFUSED,
        /** Slack does not say. */
        UNKNOWN
    }
}
