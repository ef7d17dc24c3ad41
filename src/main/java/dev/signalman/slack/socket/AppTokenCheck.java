package dev.signalman.slack.socket;

import dev.signalman.chat.MessengerException;
import dev.signalman.checkup.Check;
import dev.signalman.checkup.CheckContext;
import dev.signalman.checkup.CheckResult;
import dev.signalman.slack.outbound.SocketAddresses;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.util.List;

/**
 * Checks that the app-level token can open a socket and, in a running bot, whether one is open. It requests an address
 * and does not use it.
 */
public final class AppTokenCheck implements Check {
    private static final String TOKEN = "Slack's app-level token";
    private static final String SOCKET = "the socket to Slack";

    private final SocketAddresses addresses;
    private final Provider<SocketMode> kept;

    /** The socket is created only where a bot keeps one. */
    @Inject
    public AppTokenCheck(SocketAddresses addresses, Provider<SocketMode> kept) {
        this.addresses = addresses;
        this.kept = kept;
    }

    @Override
    public String about() {
        return TOKEN;
    }

    @Override
    public List<CheckResult> look(CheckContext checkContext) {
        var token = token();
        return checkContext.serving() ? List.of(token, socket()) : List.of(token);
    }

    private CheckResult token() {
        try {
            var unused = addresses.next();
            return CheckResult.fine(TOKEN, "Slack lets it open sockets.");
        } catch (MessengerException refused) {
            var words = SocketAdvice.on(refused) + ".";
            return switch (refused.kind()) {
                case UNREACHABLE, LIMITED ->
                    CheckResult.unknown(TOKEN, words, "Mend what the lines about Slack tell, and look again.");
                default ->
                    CheckResult.wrong(
                            TOKEN,
                            words,
                            "Over a socket Slack reaches me only with this; without it, unset SLACK_APP_TOKEN and use HTTP.");
            };
        }
    }

    private CheckResult socket() {
        var trouble = kept.get().trouble();
        return trouble == null
                ? CheckResult.fine(SOCKET, "It is open.")
                : CheckResult.wrong(
                        SOCKET,
                        "Nothing can come in from Slack: " + trouble + ".",
                        "I try again by myself; what the lines about Slack tell is what to mend.");
    }
}
