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
            return List.of(CheckResult.wrong("Slack", api + " is unreachable: " + why.words() + ".", why.advice()));
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
            return CheckResult.fine(TOKEN, "Valid: " + test.text("user") + " in " + test.text("team") + ".");
        }
        if (test.status() == 429 || test.status() >= 500) {
            return CheckResult.unknown(
                    TOKEN,
                    "Slack answered HTTP " + test.status() + ".",
                    "Try again in a few minutes. Check slack-status.com for outages.");
        }
        if (!test.spoken()) {
            return CheckResult.wrong(
                    "Slack",
                    "The answer from " + api + " isn't Slack's API (HTTP " + test.status() + ", no JSON).",
                    "Remove SLACK_API_URL, or set it to https://slack.com/api/. A proxy's error page can also "
                            + "cause this.");
        }
        return refused(test.error());
    }

    private static CheckResult refused(String error) {
        return switch (error) {
            case "invalid_auth", "not_authed" ->
                CheckResult.wrong(TOKEN, "Slack doesn't recognize it (" + error + ").", COPY);
            case "account_inactive" ->
                CheckResult.wrong(
                        TOKEN,
                        "The app was removed from the workspace (account_inactive).",
                        "Install the app to the workspace again, which creates a new token. " + COPY);
            case "token_revoked" ->
                CheckResult.wrong(
                        TOKEN,
                        "It was revoked (token_revoked).",
                        "Install the app to the workspace again, which creates a new token. " + COPY);
            case "token_expired" ->
                CheckResult.wrong(
                        TOKEN,
                        "It has expired (token_expired): the app has token rotation on, which Signalman doesn't support.",
                        "Create a new app from manifest.yml, without rotation; it can't be turned off. " + COPY);
            default -> CheckResult.wrong(TOKEN, "Slack rejects it (" + error + ").", COPY);
        };
    }

    private static List<CheckResult> scopes(AuthTest test) {
        if (test.scopes() == null) {
            return List.of(CheckResult.unknown(
                    "Slack's scopes",
                    "Slack didn't return the token's scopes.",
                    "A gateway may remove the header x-oauth-scopes. Check OAuth & Permissions."));
        }
        var granted = Stream.of(test.scopes().split(",")).map(String::strip).toList();
        var missing = SlackScope.missingIn(granted);
        if (missing.isEmpty()) {
            return List.of(CheckResult.fine(
                    "Slack's scopes", "All " + SlackScope.values().length + " required scopes are granted."));
        }
        return missing.stream().map(BotTokenCheck::missing).toList();
    }

    private static CheckResult missing(SlackScope scope) {
        var what = "Slack's scope " + scope.word();
        var words = "Missing. Without it, these don't work: " + scope.feature() + ".";
        var advice = "Add it under OAuth & Permissions, then reinstall the app.";
        return scope.needed() ? CheckResult.wrong(what, words, advice) : CheckResult.worthALook(what, words, advice);
    }
}
