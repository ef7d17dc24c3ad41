package dev.signalman.feature.agenttokens;

import dev.signalman.card.Card;
import dev.signalman.card.CardActions;
import dev.signalman.card.Text;
import dev.signalman.card.TextCard;
import dev.signalman.command.CreateAgentToken;
import dev.signalman.dispatch.Act;
import dev.signalman.dispatch.ActExecutor;
import dev.signalman.dispatch.ActResult;
import dev.signalman.dispatch.IdGenerator;
import dev.signalman.dispatch.Outcome;
import dev.signalman.dispatch.ProbeResult;
import dev.signalman.dispatch.Wake;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;

/** Makes a token, stores its hash, and shows it to its owner alone, once. */
final class CreateAgentTokenExecutor implements ActExecutor<CreateAgentToken> {
    private final AgentTokenStore tokens;
    private final IdGenerator idGenerator;
    private final McpServerUrl serverUrl;
    private final SecureRandom random = new SecureRandom();

    @Inject
    CreateAgentTokenExecutor(AgentTokenStore tokens, IdGenerator idGenerator, McpServerUrl serverUrl) {
        this.tokens = tokens;
        this.idGenerator = idGenerator;
        this.serverUrl = serverUrl;
    }

    @Override
    public ActResult carry(CreateAgentToken pinned, Act act) {
        var token = TokenText.random(random);
        var owner = act.actor().userId();
        return ActResult.done(
                        "Created a token for the agent " + pinned.name() + ". It was shown to "
                                + act.actor().name() + " only.",
                        Outcome.nothing()
                                .with(tokens.adding(idGenerator.next(), owner, pinned.name(), token.hash()))
                                .waking(Wake.homeTab(owner)))
                .whispering(shown(pinned.name(), token));
    }

    /** The row is written when the act is settled, so an act that was not settled left nothing. */
    @Override
    public ProbeResult lookFor(CreateAgentToken pinned, Act act) {
        return new ProbeResult.MayBeRepeated("The token wasn't created.");
    }

    private Card shown(String name, TokenText token) {
        var lines = new ArrayList<Text>();
        lines.add(Text.of("Token for your agent ").bold(name).plain(":"));
        lines.add(Text.empty().code(token.value()));
        serverUrl.value().ifPresent(url -> lines.add(Text.of("MCP server: ").code(url.toString())));
        return new TextCard(
                "Token for your agent " + name + " (shown once).",
                lines,
                List.of(
                        "Only you can see this, and it isn't stored. Give it to your agent now, as a bearer token. What it "
                                + "asks for, it asks for in your name. Revoke it: /semaphore agent-token revoke " + name
                                + "."),
                CardActions.NONE);
    }
}
