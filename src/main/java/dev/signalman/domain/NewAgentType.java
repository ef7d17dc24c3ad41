package dev.signalman.domain;

/**
 * A type of agents that was just created, with the token with which its agents register.
 *
 * @param registrationToken a secret that Semaphore tells once; never stored, logged or printed
 */
public record NewAgentType(AgentType type, String registrationToken) {
    @Override
    public String toString() {
        return "NewAgentType[" + type.name() + "]";
    }
}
