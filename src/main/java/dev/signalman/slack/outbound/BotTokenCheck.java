package dev.signalman.slack.outbound;

import dev.signalman.checkup.Check;
import dev.signalman.checkup.CheckContext;
import dev.signalman.checkup.CheckResult;
import dev.signalman.checkup.ClockComparison;
import dev.signalman.checkup.ConnectionFailure;
import java.io.IOException;
import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Checks, with one call of {@code auth.test}, that Slack is reachable and accepts the bot token, which scopes the token
 * has, and Slack's clock.
 */
public final class BotTokenCheck implements Check {
    private static final String TOKEN = "Slack's bot token";
    private static final String COPY =
            "Set SLACK_BOT_TOKEN to the Bot User OAuth Token of the app (OAuth & Permissions).";

    private final SlackConnection connection;
    private final URI api;
    private final InstantSource clock;

    /** Asks over {@code connection}; {@code api} is where the Web API is, as it was configured. */
    public BotTokenCheck(SlackConnection connection, URI api, InstantSource clock) {
        this.connection = connection;
        this.api = api;
        this.clock = clock;
    }

    @Override
    public String about() {
        return TOKEN;
    }

    @Override
    public List<CheckResult> look(CheckContext checkContext) {
        AuthTest test;
        try {
            test = AuthTest.of(connection, connection.token());
        } catch (IOException unreached) {
            var why = ConnectionFailure.of(unreached);
            return List.of(CheckResult.wrong("Slack", api + " was not reached: " + why.words() + ".", why.advice()));
        }
        var checkResults = new ArrayList<CheckResult>();
        checkResults.add(token(test));
        if (test.accepted()) {
            checkResults.addAll(scopes(test));
        }
        if (test.spoken()) {
            checkResults.addAll(ClockComparison.compare("Slack", test.date(), clock.instant()));
        }
        return checkResults;
    }

    private CheckResult token(AuthTest test) {
        if (test.accepted()) {
            return CheckResult.fine(TOKEN, "Slack knows it as " + test.text("user") + " in " + test.text("team") + ".");
        }
        if (test.status() == 429 || test.status() >= 500) {
            return CheckResult.unknown(
                    TOKEN,
                    "Slack answers HTTP " + test.status() + " and nothing else.",
                    "Look again in a while; slack-status.com tells of outages.");
        }
        if (!test.spoken()) {
            return CheckResult.wrong(
                    "Slack",
                    "What answers at " + api + " is not Slack's API (HTTP " + test.status() + ", and no JSON).",
                    "Leave SLACK_API_URL out, or set it to https://slack.com/api/; a proxy's page looks so too.");
        }
        return refused(test.error());
    }

    private static CheckResult refused(String error) {
        return switch (error) {
            case "invalid_auth", "not_authed" ->
                CheckResult.wrong(TOKEN, "Slack does not know it (" + error + ").", COPY);
            case "account_inactive" ->
                CheckResult.wrong(
                        TOKEN,
                        "The bot's account is closed (account_inactive): the app was removed from the workspace.",
                        "Install the app to the workspace again; that makes a new token. " + COPY);
            case "token_revoked" ->
                CheckResult.wrong(
                        TOKEN,
                        "It was revoked (token_revoked).",
                        "Install the app to the workspace again; that makes a new token. " + COPY);
            case "token_expired" ->
                CheckResult.wrong(
                        TOKEN,
                        "It has expired (token_expired): the app has token rotation, which I do not take part in.",
                        "Make the app anew from manifest.yml, which has no rotation; it cannot be switched off. "
                                + COPY);
            default -> CheckResult.wrong(TOKEN, "Slack refuses it (" + error + ").", COPY);
        };
    }

    private static List<CheckResult> scopes(AuthTest test) {
        if (test.scopes() == null) {
            return List.of(CheckResult.unknown(
                    "Slack's scopes",
                    "Slack did not say which scopes the token has.",
                    "A gateway on the way may drop the header x-oauth-scopes; look at OAuth & Permissions."));
        }
        var granted = Stream.of(test.scopes().split(",")).map(String::strip).toList();
        var missing = Scopes.missingIn(granted);
        if (missing.isEmpty()) {
            return List.of(
                    CheckResult.fine("Slack's scopes", "All " + Scopes.values().length + " that I need are there."));
        }
        return missing.stream().map(BotTokenCheck::missing).toList();
    }

    private static CheckResult missing(Scopes scope) {
        var what = "Slack's scope " + scope.word();
        var words = "It is missing, and with it " + scope.feature() + ".";
        var advice = "Add it under OAuth & Permissions, then install the app again.";
        return scope.needed() ? CheckResult.wrong(what, words, advice) : CheckResult.worthALook(what, words, advice);
    }
}
