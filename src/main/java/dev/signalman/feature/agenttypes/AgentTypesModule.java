package dev.signalman.feature.agenttypes;

import com.google.inject.AbstractModule;
import dev.signalman.command.CreateAgentType;
import dev.signalman.command.DeleteAgentType;
import dev.signalman.command.DisableAgents;
import dev.signalman.command.ListAgentTypes;
import dev.signalman.command.ShowAgentType;
import dev.signalman.dispatch.HandlerBinder;

/** The verbs of self-hosted agents. */
public final class AgentTypesModule extends AbstractModule {
    @Override
    protected void configure() {
        bind(KnownAgentTypes.class);
        HandlerBinder.handlers(binder())
                .bind(ListAgentTypes.class, ListAgentTypesHandler.class)
                .bind(ShowAgentType.class, ShowAgentTypeHandler.class)
                .bind(CreateAgentType.class, CreateAgentTypeHandler.class)
                .bind(DeleteAgentType.class, DeleteAgentTypeHandler.class)
                .bind(DisableAgents.class, DisableAgentsHandler.class)
                .carry(CreateAgentType.class, CreateAgentTypeExecutor.class)
                .carry(DeleteAgentType.class, DeleteAgentTypeExecutor.class)
                .carry(DisableAgents.class, DisableAgentsExecutor.class);
    }
}
