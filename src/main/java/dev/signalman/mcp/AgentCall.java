package dev.signalman.mcp;

import dev.signalman.port.AgentAuthenticator.Agent;
import dev.signalman.web.Reply;
import java.util.function.Consumer;

/**
 * An agent's HTTP call that has no reply yet.
 *
 * @param reply only the first one is sent
 */
record AgentCall(Agent agent, Consumer<Reply> reply) {
    /** Ends the call as if the token had never been good. */
    void refuse() {
        reply.accept(refusal());
    }

    /** The reply to every token that is not accepted, whatever is wrong with it. */
    static Reply refusal() {
        return Reply.text(
                        401, "This token isn't accepted. Its owner can create one in Slack: /semaphore agent-token.\n")
                .with("WWW-Authenticate", "Bearer");
    }

    /** The reply while something that the bot needs does not answer. */
    static Reply later(String words) {
        return Reply.text(503, words + "\n").with("Retry-After", "5");
    }
}
