package dev.signalman.slack.outbound;

import dev.signalman.checkup.Check;
import dev.signalman.checkup.Clocks;
import dev.signalman.checkup.Finding;
import dev.signalman.checkup.Occasion;
import dev.signalman.checkup.Unreached;
import dev.signalman.slack.SlackSettings;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Whether Slack is reached and takes the bot token, what the token may do, and what time it is there: one call of {@code auth.test}. */
public final class BotTokenCheck implements Check {
    private static final String TOKEN = "Slack's bot token";
    private static final String COPY =
            "Set SLACK_BOT_TOKEN to the Bot User OAuth Token of the app (OAuth & Permissions).";

    private final SlackConnection connection;
    private final SlackSettings settings;
    private final InstantSource clock;

    @Inject
    BotTokenCheck(SlackConnection connection, SlackSettings settings, InstantSource clock) {
        this.connection = connection;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String about() {
        return TOKEN;
    }

    @Override
    public List<Finding> look(Occasion occasion) {
        AuthTest test;
        try {
            test = AuthTest.of(connection, connection.token());
        } catch (IOException unreached) {
            var why = Unreached.of(unreached);
            return List.of(
                    Finding.wrong("Slack", settings.apiUrl() + " was not reached: " + why.words() + ".", why.advice()));
        }
        var findings = new ArrayList<Finding>();
        findings.add(token(test));
        if (test.accepted()) {
            findings.addAll(scopes(test));
        }
        if (test.spoken()) {
            findings.addAll(Clocks.compare("Slack", test.date(), clock.instant()));
        }
        return findings;
    }

    private Finding token(AuthTest test) {
        if (test.accepted()) {
            return Finding.fine(TOKEN, "Slack knows it as " + test.text("user") + " in " + test.text("team") + ".");
        }
        if (test.status() == 429 || test.status() >= 500) {
            return Finding.unknown(
                    TOKEN,
                    "Slack answers HTTP " + test.status() + " and nothing else.",
                    "Look again in a while; slack-status.com tells of outages.");
        }
        if (!test.spoken()) {
            return Finding.wrong(
                    "Slack",
                    "What answers at " + settings.apiUrl() + " is not Slack's API (HTTP " + test.status()
                            + ", and no JSON).",
                    "Leave SLACK_API_URL out, or set it to https://slack.com/api/; a proxy's page looks so too.");
        }
        return refused(test.error());
    }

    private static Finding refused(String error) {
        return switch (error) {
            case "invalid_auth", "not_authed" -> Finding.wrong(TOKEN, "Slack does not know it (" + error + ").", COPY);
            case "account_inactive" ->
                Finding.wrong(
                        TOKEN,
                        "The bot's account is closed (account_inactive): the app was removed from the workspace.",
                        "Install the app to the workspace again; that makes a new token. " + COPY);
            case "token_revoked" ->
                Finding.wrong(
                        TOKEN,
                        "It was revoked (token_revoked).",
                        "Install the app to the workspace again; that makes a new token. " + COPY);
            case "token_expired" ->
                Finding.wrong(
                        TOKEN,
                        "It has expired (token_expired): the app has token rotation, which I do not take part in.",
                        "Make the app anew from manifest.yml, which has no rotation; it cannot be switched off. "
                                + COPY);
            default -> Finding.wrong(TOKEN, "Slack refuses it (" + error + ").", COPY);
        };
    }

    private static List<Finding> scopes(AuthTest test) {
        if (test.scopes() == null) {
            return List.of(Finding.unknown(
                    "Slack's scopes",
                    "Slack did not say which scopes the token has.",
                    "A gateway on the way may drop the header x-oauth-scopes; look at OAuth & Permissions."));
        }
        var granted = Stream.of(test.scopes().split(",")).map(String::strip).toList();
        var missing = Scopes.missingIn(granted);
        if (missing.isEmpty()) {
            return List.of(Finding.fine("Slack's scopes", "All " + Scopes.values().length + " that I need are there."));
        }
        return missing.stream().map(BotTokenCheck::missing).toList();
    }

    private static Finding missing(Scopes scope) {
        var what = "Slack's scope " + scope.word();
        var words = "It is missing, and with it " + scope.feature() + ".";
        var advice = "Add it under OAuth & Permissions, then install the app again.";
        return scope.needed() ? Finding.wrong(what, words, advice) : Finding.worthALook(what, words, advice);
    }
}
