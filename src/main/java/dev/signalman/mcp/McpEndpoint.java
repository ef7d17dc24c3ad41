package dev.signalman.mcp;

import dev.signalman.dispatch.IntakeFailedException;
import dev.signalman.port.AgentAccess.Standing;
import dev.signalman.port.AgentAuthenticator;
import dev.signalman.port.AgentAuthenticator.Proof;
import dev.signalman.web.DeferredEndpoint;
import dev.signalman.web.HttpCall;
import dev.signalman.web.Reply;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Answers {@code /mcp}: streamable HTTP without sessions, one JSON message a call. While nobody's agents may ask, there is
 * no such page, and nothing of the protocol's library is loaded.
 */
final class McpEndpoint implements DeferredEndpoint {
    private static final int LARGEST = 64 * 1024;
    private static final String BEARER = "Bearer ";
    private static final int LONGEST_TOKEN = 200;

    private final AgentAuthenticator agents;
    private final AgentRateLimit rate;
    private final McpBridgeFactory bridges;
    private @Nullable McpBridge bridge;

    /** Makes the bridge when the first call needs it. */
    McpEndpoint(AgentAuthenticator agents, AgentRateLimit rate, McpBridgeFactory bridges) {
        this.agents = agents;
        this.rate = rate;
        this.bridges = bridges;
    }

    @Override
    public void begin(HttpCall call, Consumer<Reply> reply) {
        var unfit = unfit(call);
        if (unfit != null) {
            reply.accept(unfit);
            return;
        }
        Proof proof;
        try {
            proof = agents.prove(token(call));
        } catch (IntakeFailedException away) {
            reply.accept(AgentCall.later("Signalman's database isn't answering. Try again."));
            return;
        }
        var agent = proof.agent();
        if (agent == null) {
            reply.accept(
                    proof.standing() == Standing.UNKNOWN
                            ? AgentCall.later("Slack didn't confirm whose token this is. Try again.")
                            : AgentCall.refusal());
        } else if (!rate.admits(agent.tokenId())) {
            reply.accept(Reply.text(429, "More than " + AgentRateLimit.MOST_A_MINUTE + " calls a minute. Slow down.\n")
                    .with("Retry-After", "30"));
        } else {
            bridge().handle(new AgentCall(agent, reply), call.header("mcp-protocol-version"), call.text());
        }
    }

    /** The reply to a call that is none of an agent's; null if it may be one. */
    private @Nullable Reply unfit(HttpCall call) {
        if (!agents.open()) {
            return Reply.text(404, "Not found");
        }
        if (call.header("origin") != null) {
            return Reply.text(403, "Agents aren't web pages, so calls with an Origin are refused.\n");
        }
        if (!call.method().equals("POST")) {
            return Reply.text(405, "Send messages with POST.\n").with("Allow", "POST");
        }
        var type = call.header("content-type");
        if (type == null || !type.toLowerCase(Locale.ROOT).startsWith("application/json")) {
            return Reply.text(415, "Send application/json.\n");
        }
        return call.body().length > LARGEST ? Reply.text(413, "The message is too large.\n") : null;
    }

    /** The bearer token; empty for none, which proves nothing. */
    private static String token(HttpCall call) {
        var authorization = call.header("authorization");
        return authorization != null
                        && authorization.length() <= LONGEST_TOKEN
                        && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? authorization.substring(BEARER.length()).strip()
                : "";
    }

    private synchronized McpBridge bridge() {
        var made = bridge;
        if (made == null) {
            made = bridges.make();
            bridge = made;
        }
        return made;
    }

    @Override
    public synchronized void end() {
        if (bridge != null) {
            bridge.end();
        }
    }
}
