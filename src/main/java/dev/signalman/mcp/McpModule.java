package dev.signalman.mcp;

import com.google.inject.AbstractModule;
import com.google.inject.Singleton;
import com.google.inject.multibindings.ProvidesIntoSet;
import dev.signalman.command.Grammar;
import dev.signalman.dispatch.IdGenerator;
import dev.signalman.dispatch.Intake;
import dev.signalman.port.AgentAnswers;
import dev.signalman.port.AgentAuthenticator;
import dev.signalman.port.OwnRequests;
import dev.signalman.web.Route;
import java.time.InstantSource;

/** Binds the endpoint that speaks MCP with agents. */
public final class McpModule extends AbstractModule {
    private final String version;

    /** Takes the version that agents are told. */
    public McpModule(String version) {
        this.version = version;
    }

    @ProvidesIntoSet
    @Singleton
    Route route(
            Grammar grammar,
            Intake intake,
            AgentAnswers answers,
            OwnRequests requests,
            AgentAuthenticator agents,
            IdGenerator idGenerator,
            InstantSource clock) {
        var bridges = new McpBridgeFactory(grammar, intake, answers, requests, agents, idGenerator, clock, version);
        return Route.of("*", "/mcp", new McpEndpoint(agents, new AgentRateLimit(clock), bridges));
    }
}
