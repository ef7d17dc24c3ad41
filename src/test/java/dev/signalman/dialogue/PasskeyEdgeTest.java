package dev.signalman.dialogue;

import static dev.signalman.harness.WorkspaceFixture.ALICE;
import static dev.signalman.harness.WorkspaceFixture.BOB;
import static dev.signalman.harness.WorkspaceFixture.DEPLOYS;
import static dev.signalman.harness.WorkspaceFixture.RELEASE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.harness.ConfigurationChanger;
import dev.signalman.harness.DatabaseDump;
import dev.signalman.harness.Dialogue;
import dev.signalman.harness.LogLines;
import dev.signalman.harness.PasskeyVisit;
import dev.signalman.harness.SlackTransport;
import dev.signalman.ruling.Approvals;
import dev.signalman.ruling.Policies;
import dev.signalman.ruling.Policy;
import dev.signalman.ruling.StepUp;
import dev.signalman.storage.DatabaseAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the passkeys' pages answer to browsers and to everybody else, and what they leave behind. */
final class PasskeyEdgeTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static Dialogue withPages() throws Exception {
        return Dialogue.configured(usual -> ConfigurationChanger.from(usual)
                .keyed()
                .publicUrl(PasskeyVisit.PUBLIC)
                .configuration());
    }

    private static HttpResponse<String> gets(Dialogue bot, String path) throws Exception {
        return sends(request(bot, path).GET());
    }

    private static HttpRequest.Builder request(Dialogue bot, String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + bot.port() + path));
    }

    private static HttpResponse<String> sends(HttpRequest.Builder request) throws Exception {
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static HttpResponse<String> posts(Dialogue bot, String origin, String type, String body) throws Exception {
        var request = request(bot, "/passkey/open").header("Content-Type", type);
        var named = origin.isEmpty() ? request : request.header("Origin", origin);
        return sends(named.POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    @Test
    void itSendsItsOwnFilesAlone() throws Exception {
        try (var bot = withPages()) {
            for (var path : List.of("/passkey/", "/passkey/page.js", "/passkey/page.css")) {
                var answer = gets(bot, path);
                assertThat(answer.statusCode()).as(path).isEqualTo(200);
                var headers = answer.headers();
                assertThat(headers.firstValue("Content-Security-Policy").orElseThrow())
                        .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
                        .doesNotContain("unsafe-inline");
                assertThat(headers.firstValue("Cache-Control")).contains("no-store");
                assertThat(headers.firstValue("Referrer-Policy")).contains("no-referrer");
                assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
            }
            assertThat(gets(bot, "/passkey/").body())
                    .doesNotContain("http://", "https://", "<style", "style=", "onclick")
                    .doesNotContainPattern("<script(?![^>]* src=)");
            for (var path : List.of("/passkey", "/passkey/page.html", "/passkey/open", "/passkey/../health/live")) {
                assertThat(gets(bot, path).statusCode()).as(path).isEqualTo(404);
            }
        }
    }

    @Test
    void onlyThePageItselfMaySend() throws Exception {
        try (var bot = withPages()) {
            var json = "application/json";
            assertThat(posts(bot, "", json, "{}").statusCode()).isEqualTo(403);
            assertThat(posts(bot, "null", json, "{}").statusCode()).isEqualTo(403);
            assertThat(posts(bot, "https://evil.example", json, "{}").statusCode())
                    .isEqualTo(403);
            assertThat(posts(bot, "http://127.0.0.1:" + bot.port(), json, "{}").statusCode())
                    .as("the address that the request names is no reason")
                    .isEqualTo(403);
            assertThat(posts(bot, PasskeyVisit.ORIGIN, "text/plain", "{}").statusCode())
                    .isEqualTo(415);
            assertThat(posts(bot, PasskeyVisit.ORIGIN, json, "{").statusCode()).isEqualTo(400);
            assertThat(posts(bot, PasskeyVisit.ORIGIN, json, " ".repeat(70_000)).statusCode())
                    .isEqualTo(413);
            for (var address : List.of("", "AAAA", "A".repeat(200), "../..", "a".repeat(5_000))) {
                var answer = posts(bot, PasskeyVisit.ORIGIN, json, "{\"address\": \"" + address + "\"}");
                assertThat(answer.statusCode()).isEqualTo(403);
                assertThat(answer.body()).contains("This page has expired, or its address is incomplete.");
            }
            assertThat(posts(bot, PasskeyVisit.ORIGIN, json, "[1]").statusCode())
                    .isEqualTo(403);
        }
    }

    @Test
    void withoutAPublicAddressThereIsNoSuchPage() throws Exception {
        try (var bot = Dialogue.configured(
                usual -> ConfigurationChanger.from(usual).keyed().configuration())) {
            assertThat(gets(bot, "/passkey/").statusCode()).isEqualTo(404);
            assertThat(posts(bot, "https://signalman.example.com", "application/json", "{}")
                            .statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    void addressesAreNeitherLoggedNorStored(@TempDir Path folder) throws Exception {
        var database = DatabaseAddress.file(folder.resolve("signalman").toString());
        var addresses = new ArrayList<String>();
        try (var log = new LogLines()) {
            try (var bot = Dialogue.over(
                    SlackTransport.usual(),
                    database,
                    usual -> ConfigurationChanger.from(usual)
                            .promotions(new Policies(List.of(Policy.of("production", List.of("web"), List.of(), null)
                                    .with(Approvals.of(2, RELEASE).in(DEPLOYS))
                                    .steppingUp(StepUp.ALL))))
                            .keyed()
                            .publicUrl(PasskeyVisit.PUBLIC)
                            .configuration())) {
                var passkey = PasskeyVisit.setUp(bot, BOB, "bob");
                var adding = PasskeyVisit.from(bot, bot.asks(BOB, "/semaphore factor passkey"));
                addresses.add(adding.address());
                assertThat(adding.tries().statusCode()).isEqualTo(200);
                bot.passes(Duration.ofHours(24));
                bot.passed("web", "Round invoices");
                bot.says(ALICE, "/semaphore promote production web");
                var card = bot.card("requests approval to promote");
                bot.presses(BOB, card, "Approve");
                var visit = PasskeyVisit.from(bot, bot.form(BOB));
                addresses.add(visit.address());
                assertThat(visit.confirms(PasskeyVisit.passkey()).statusCode()).isEqualTo(403);
                assertThat(visit.confirms(passkey).statusCode()).isEqualTo(200);
                bot.becomes(card, "1 of 2 approvals", "Bob");
                bot.untilAllIsDone();
            }
            var everything = DatabaseDump.of(database);
            assertThat(everything).contains("passkey_page", "factor confirm passkey");
            for (var address : addresses) {
                assertThat(everything).doesNotContain(address);
                assertThat(log.all()).noneMatch(line -> line.contains(address));
            }
        }
    }
}
