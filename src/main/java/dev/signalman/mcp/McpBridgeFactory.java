package dev.signalman.mcp;

import dev.signalman.command.Grammar;
import dev.signalman.dispatch.IdGenerator;
import dev.signalman.dispatch.Intake;
import dev.signalman.port.AgentAnswers;
import dev.signalman.port.AgentAuthenticator;
import dev.signalman.port.OwnRequests;
import java.time.InstantSource;

/** Makes the bridge to the protocol's library. It stands between, so that nothing of the library is loaded before. */
final class McpBridgeFactory {
    private final Grammar grammar;
    private final Intake intake;
    private final AgentAnswers answers;
    private final OwnRequests requests;
    private final AgentAuthenticator agents;
    private final IdGenerator idGenerator;
    private final InstantSource clock;
    private final String version;

    McpBridgeFactory(
            Grammar grammar,
            Intake intake,
            AgentAnswers answers,
            OwnRequests requests,
            AgentAuthenticator agents,
            IdGenerator idGenerator,
            InstantSource clock,
            String version) {
        this.grammar = grammar;
        this.intake = intake;
        this.answers = answers;
        this.requests = requests;
        this.agents = agents;
        this.idGenerator = idGenerator;
        this.clock = clock;
        this.version = version;
    }

    McpBridge make() {
        return new McpBridge(new AgentTools(grammar, intake, answers, requests, agents, idGenerator, clock), version);
    }
}
