package dev.signalman.feature.agents;

/** Phrases that the cards of agents share. */
final class AgentPhrases {
    private AgentPhrases() {}

    /** The number of connected agents in words. */
    static String connected(int agents) {
        return switch (agents) {
            case 0 -> "no agent connected";
            case 1 -> "1 agent connected";
            default -> agents + " agents connected";
        };
    }
}
