package dev.signalman.feature.agenttokens;

import com.google.inject.AbstractModule;
import com.google.inject.Scopes;
import com.google.inject.multibindings.Multibinder;
import dev.signalman.checkup.Check;
import dev.signalman.command.CreateAgentToken;
import dev.signalman.command.ListAgentTokens;
import dev.signalman.command.RevokeAgentToken;
import dev.signalman.dispatch.HandlerBinder;
import dev.signalman.dispatch.Interceptor;
import dev.signalman.port.AgentAnswers;
import dev.signalman.port.AgentAuthenticator;
import dev.signalman.port.Chore;
import dev.signalman.port.HomePart;
import dev.signalman.storage.Migrations;
import dev.signalman.storage.PurgedTable;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Binds the tokens of agents, and their answers. */
public final class AgentTokensModule extends AbstractModule {
    public static final Migrations MIGRATIONS = new Migrations("dev/signalman/feature/agenttokens/migrations");

    /** Answers that no call will take any more: calls last a minute. */
    static final PurgedTable ANSWERS = new PurgedTable(
            "purge-agent-answers", "agent_answer", "answered_at", Duration.ofMinutes(30), Duration.ofMinutes(10));

    private final McpServerUrl serverUrl;

    /** Takes the address at which agents reach the bot, if it is known. */
    public AgentTokensModule(@Nullable URI publicUrl) {
        this.serverUrl = McpServerUrl.at(publicUrl);
    }

    @Override
    protected void configure() {
        Multibinder.newSetBinder(binder(), Migrations.class).addBinding().toInstance(MIGRATIONS);
        HandlerBinder.handlers(binder())
                .bind(ListAgentTokens.class, ListAgentTokensHandler.class)
                .bind(CreateAgentToken.class, CreateAgentTokenHandler.class)
                .carry(CreateAgentToken.class, CreateAgentTokenExecutor.class)
                .bind(RevokeAgentToken.class, RevokeAgentTokenHandler.class);
        Multibinder.newSetBinder(binder(), Check.class).addBinding().to(AgentTokensCheck.class);
        Multibinder.newSetBinder(binder(), HomePart.class).addBinding().to(OwnAgentsHomePart.class);
        Multibinder.newSetBinder(binder(), Interceptor.class).addBinding().to(RevokedTokenInterceptor.class);
        Multibinder.newSetBinder(binder(), Chore.class).addBinding().to(AgentTokenCleanup.class);
        Multibinder.newSetBinder(binder(), PurgedTable.class).addBinding().toInstance(ANSWERS);
        bind(McpServerUrl.class).toInstance(serverUrl);
        bind(AgentAuthenticator.class).to(AgentTokenAuthenticator.class);
        bind(AgentAnswers.class).to(AgentAnswerStore.class);
        for (var one : new Class<?>[] {
            AgentTokenStore.class,
            AgentAnswerStore.class,
            AgentTokensCheck.class,
            AgentTokenCleanup.class,
            OwnAgentsHomePart.class,
            RevokedTokenInterceptor.class,
            AgentTokenAuthenticator.class
        }) {
            bind(one).in(Scopes.SINGLETON);
        }
    }
}
