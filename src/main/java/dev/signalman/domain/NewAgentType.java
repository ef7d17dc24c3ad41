package dev.signalman.domain;

/**
 * An agent type that was just created, with the token that its agents register with.
 *
 * @param registrationToken a secret that Semaphore shows once; never stored, logged or printed
 */
public record NewAgentType(AgentType type, String registrationToken) {
    @Override
    public String toString() {
        return "NewAgentType[" + type.name() + "]";
    }
}
