package dev.signalman.feature.agenttypes;

import dev.signalman.card.Text;
import dev.signalman.domain.SelfHostedAgent;

/** Phrases that the cards of agents share. */
final class AgentTypePhrases {
    private static final int LONGEST = 60;

    private AgentTypePhrases() {}

    /** An agent in a line; what it says of itself is cut. */
    static Text row(SelfHostedAgent agent) {
        var row = Text.empty().code(cut(agent.name())).plain("  " + state(agent));
        if (!agent.hostname().isBlank()) {
            row = row.plain(" · on ").code(cut(agent.hostname()));
        }
        if (!agent.version().isBlank()) {
            row = row.plain(" · version " + cut(agent.version()));
        }
        return agent.connected() == null
                ? row
                : row.plain(" · connected since ").date(agent.connected());
    }

    private static String state(SelfHostedAgent agent) {
        var state = switch (agent.state()) {
            case WAITING_FOR_JOB -> "idle";
            case RUNNING_JOB -> "running a job";
            case UNKNOWN -> "in an unknown state";
        };
        return agent.disabled() == null ? state : state + ", disabled";
    }

    private static String cut(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST)) + "…";
    }

    /** The number of connected agents in words. */
    static String connected(int agents) {
        return switch (agents) {
            case 0 -> "no agent connected";
            case 1 -> "1 agent connected";
            default -> agents + " agents connected";
        };
    }
}
