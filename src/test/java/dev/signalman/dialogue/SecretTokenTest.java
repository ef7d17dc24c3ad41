package dev.signalman.dialogue;

import static dev.signalman.harness.WorkspaceFixture.ALICE;
import static dev.signalman.harness.WorkspaceFixture.BOB;
import static dev.signalman.harness.WorkspaceFixture.DEPLOYS;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import dev.signalman.harness.ConfigurationChanger;
import dev.signalman.harness.DatabaseDump;
import dev.signalman.harness.Dialogue;
import dev.signalman.harness.LogLines;
import dev.signalman.harness.SignedRequests;
import dev.signalman.harness.SlackTransport;
import dev.signalman.harness.TokenLinking;
import dev.signalman.ruling.Policies;
import dev.signalman.ruling.Policy;
import dev.signalman.semaphore.TokenChoice;
import dev.signalman.simulator.semaphore.http.SemaphoreFault;
import dev.signalman.storage.DatabaseAddress;
import dev.signalman.web.Reply;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** Searches everything stored or sent for people's tokens, after every use of them. */
final class SecretTokenTest {
    private final Logger ours = (Logger) LoggerFactory.getLogger("dev.signalman");
    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());

    private @TempDir Path folder;

    @BeforeEach
    void listenClosely() {
        ours.setLevel(Level.TRACE);
    }

    @AfterEach
    void listenAsUsual() {
        ours.setLevel(null);
    }

    @Test
    void nobodyFindsThemAnywhere() throws Exception {
        var database = DatabaseAddress.file(folder.resolve("signalman").toString());
        var tokens = new ArrayList<String>();
        try (var log = new LogLines()) {
            String told;
            var bot = Dialogue.over(
                    SlackTransport.usual(),
                    database,
                    usual -> ConfigurationChanger.from(usual)
                            .promotions(new Policies(List.of(
                                    Policy.of("*", List.of(), List.of(), null).as(TokenChoice.PERSON_OR_SERVICE))))
                            .keyed()
                            .configuration());
            try (bot) {
                bot.slack().tap(asked::add);
                tokens.add(bot.semaphore().token("alice"));
                tokens.add(bot.semaphore().token("bob"));
                tokens.add("tYped-by-mistake-77");
                tokens.add("reFused-in-a-form-88");
                live(bot, tokens);
                tokens.add(bot.semaphore().token("signalman-bot"));
                tokens.add(bot.slack().app().botToken());
                tokens.add(bot.slack().app().signingSecret());
                told = new SignedRequests(bot).ask("GET", "/metrics").body()
                        + bot.slack().visibleTo(ALICE, DEPLOYS)
                        + bot.slack().visibleTo(BOB, DEPLOYS);
                bot.untilAllIsDone();
            }
            for (var token : tokens) {
                assertThat(log.all()).as("the log").noneMatch(line -> line.contains(token));
                assertThat(asked).as("what Slack was asked").isNotEmpty().noneMatch(body -> body.contains(token));
                assertThat(told).as("metrics and messages").doesNotContain(token);
                var everything = DatabaseDump.of(database);
                assertThat(everything).contains("linked_token", "U0ALICE").doesNotContain(token);
                assertThat(everything)
                        .doesNotContain(Base64.getEncoder().encodeToString(token.getBytes(StandardCharsets.UTF_8)));
                assertThat(DatabaseDump.files(folder)).doesNotContain(token);
            }
        }
    }

    /**
     * Uses tokens in every way: linked, used, echoed by Semaphore, rejected, mistyped in the form, typed in a message.
     */
    private static void live(Dialogue bot, List<String> tokens) {
        TokenLinking.links(bot, ALICE, "alice");
        TokenLinking.links(bot, BOB, "bob");
        var first = bot.passed("web", "Round invoices");
        bot.says(ALICE, "/semaphore promote production " + first);
        bot.card("Promoted to production by Alice with their own token");

        var second = bot.passed("web", "Sort invoices");
        bot.semaphore()
                .fault(SemaphoreFault.on("POST", "/promotions")
                        .answers(Reply.json(400, "\"No promotion for the token " + tokens.get(0) + "\"")));
        bot.says(ALICE, "/semaphore promote staging " + second);
        bot.answer(ALICE, "Semaphore refused to promote to staging");

        bot.semaphore().user("bob").resetsToken();
        bot.says(BOB, "/semaphore promote staging " + second);
        bot.card("Promoted to staging by Bob with Signalman's token");

        bot.says(BOB, "/semaphore link");
        var form = bot.form(BOB);
        bot.semaphore()
                .fault(SemaphoreFault.on("GET", "/projects").answers(Reply.text(401, "Bad token " + tokens.get(3))));
        form.fill("Your Semaphore API token", tokens.get(3)).submit();
        form.fill("Your Semaphore API token", tokens.get(3)).submit();
        form.fill("Your Semaphore API token", tokens.get(3) + "\r\nX: y").submit();
        form.close();
        bot.asks(BOB, "/semaphore link " + tokens.get(2));
        bot.asks(BOB, "/semaphore lnik \"" + tokens.get(2));
        bot.asks(BOB, "/semaphore unlink");
        bot.asks(ALICE, "/semaphore doctor");
    }
}
