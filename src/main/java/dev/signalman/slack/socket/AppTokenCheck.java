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
    private static final String SOCKET = "socket to Slack";

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
            return CheckResult.fine(TOKEN, "Valid: it can open sockets.");
        } catch (MessengerException refused) {
            var words = SocketAdvice.on(refused) + ".";
            return switch (refused.kind()) {
                case UNREACHABLE, LIMITED ->
                    CheckResult.unknown(TOKEN, words, "Fix the Slack problems above, then run doctor again.");
                default ->
                    CheckResult.wrong(
                            TOKEN, words, "Socket Mode needs it. To use HTTP instead, unset SLACK_APP_TOKEN.");
            };
        }
    }

    private CheckResult socket() {
        var trouble = kept.get().trouble();
        return trouble == null
                ? CheckResult.fine(SOCKET, "Open.")
                : CheckResult.wrong(
                        SOCKET,
                        "Nothing can arrive from Slack: " + trouble + ".",
                        "It is retried automatically. Fix the Slack problems above.");
    }
}
