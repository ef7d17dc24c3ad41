package dev.signalman.dialogue;

import static dev.signalman.harness.AuthenticatorApp.CODE;
import static dev.signalman.harness.WorkspaceFixture.ALICE;
import static dev.signalman.harness.WorkspaceFixture.BOB;
import static dev.signalman.harness.WorkspaceFixture.DEPLOYS;
import static dev.signalman.harness.WorkspaceFixture.RELEASE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.harness.AuthenticatorApp;
import dev.signalman.harness.ConfigurationChanger;
import dev.signalman.harness.DatabaseDump;
import dev.signalman.harness.Dialogue;
import dev.signalman.harness.LogLines;
import dev.signalman.harness.SlackTransport;
import dev.signalman.ruling.Approvals;
import dev.signalman.ruling.Policies;
import dev.signalman.ruling.Policy;
import dev.signalman.ruling.StepUp;
import dev.signalman.storage.DatabaseAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Searches everything stored, logged or sent for the key and the codes of a second factor, after every use of them. */
final class FactorSecrecyTest {
    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());

    private @TempDir Path folder;

    @Test
    void nobodyFindsThemAnywhere() throws Exception {
        var database = DatabaseAddress.file(folder.resolve("signalman").toString());
        var codes = new ArrayList<String>();
        String key;
        try (var log = new LogLines()) {
            var bot = Dialogue.over(
                    SlackTransport.usual(),
                    database,
                    usual -> ConfigurationChanger.from(usual)
                            .promotions(new Policies(List.of(Policy.of("production", List.of("web"), List.of(), null)
                                    .with(Approvals.of(2, RELEASE).in(DEPLOYS))
                                    .steppingUp(StepUp.ALL))))
                            .keyed()
                            .configuration());
            try (bot) {
                bot.slack().tap(asked::add);
                codes.add("%06d".formatted(0));
                var app = AuthenticatorApp.setUp(bot, BOB, "bob");
                key = app.key();
                codes.set(0, app.code(-1));
                bot.passes(Duration.ofHours(24));
                bot.passed("web", "Round invoices");
                bot.says(ALICE, "/semaphore promote production web");
                var card = bot.card("requests approval to promote");
                bot.presses(BOB, card, "Approve");
                var form = bot.form(BOB);
                codes.add(app.wrongCode());
                form.fill(CODE, app.wrongCode()).submit();
                codes.add(app.code());
                assertThat(form.fill(CODE, app.code()).submit()).isEmpty();
                bot.becomes(card, "1 of 2 approvals", "Bob");
                bot.untilAllIsDone();
            }
            var everything = DatabaseDump.of(database);
            assertThat(everything)
                    .contains("second_factor", "spent_code", "approve 1")
                    .doesNotContain(key);
            assertThat(DatabaseDump.files(folder)).doesNotContain(key);
            assertThat(log.all()).noneMatch(line -> line.contains(key));
            assertThat(asked.stream().filter(body -> body.contains(key)))
                    .as("shown to its owner, once")
                    .singleElement()
                    .asString()
                    .contains(BOB);
            for (var code : codes) {
                var alone = Pattern.compile("(?<![0-9A-Za-z.])" + code + "(?![0-9A-Za-z])");
                assertThat(alone.matcher(everything).find()).as("the database").isFalse();
                assertThat(log.all())
                        .as("the log")
                        .noneMatch(line -> alone.matcher(line).find());
                assertThat(asked)
                        .as("what Slack was asked")
                        .noneMatch(body -> alone.matcher(body).find());
            }
        }
    }
}
