package dev.signalman.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.signalman.harness.WorkspaceFixture.ALICE;
import static dev.signalman.harness.WorkspaceFixture.BOB;
import static dev.signalman.harness.WorkspaceFixture.DEPLOYS;
import static dev.signalman.harness.WorkspaceFixture.RELEASE;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import dev.signalman.harness.ConfigurationChanger;
import dev.signalman.harness.Dialogue;
import dev.signalman.harness.FreePort;
import dev.signalman.harness.PasskeyVisit;
import dev.signalman.harness.TokenLinking;
import dev.signalman.ruling.Approvals;
import dev.signalman.ruling.Policies;
import dev.signalman.ruling.Policy;
import dev.signalman.ruling.StepUp;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Chromium's own passkeys, by its virtual authenticator, on the pages of a bot: added, used, and refused. */
@InChromium(InChromium.Lane.FIRST)
final class PasskeysIT {
    private final List<String> complaints = new ArrayList<>();

    @ParameterizedTest
    @CsvSource({"1440, 900", "390, 844"})
    void aPasskeyIsAddedAndApprovesAndBreaksTheGlass(int width, int height, Visitors visitors) throws IOException {
        int port = FreePort.next();
        var production = Policy.of("production", List.of("web"), List.of(), null)
                .with(Approvals.of(2, RELEASE).in(DEPLOYS))
                .broken(BOB)
                .steppingUp(StepUp.ALL);
        try (var bot = Dialogue.configured(usual -> ConfigurationChanger.from(usual)
                .port(port)
                .publicUrl(URI.create("http://localhost:" + port))
                .promotions(new Policies(List.of(production)))
                .keyed()
                .configuration())) {
            var page = visitors.apart(width, height).newPage();
            page.onPageError(complaints::add);
            page.onRequest(request -> {
                if (!request.url().startsWith("http://localhost:" + port + "/passkey/")) {
                    complaints.add("fetched from elsewhere: " + request.url());
                }
            });
            var devtools = page.context().newCDPSession(page);
            var authenticator = authenticator(devtools);

            TokenLinking.links(bot, BOB, "bob");
            page.navigate(PasskeyVisit.url(bot.asks(BOB, "/semaphore factor passkey")));
            assertThat(heading(page)).containsText("Add a passkey for");
            isSound(page);
            button(page, "Add passkey").click();
            assertThat(result(page)).containsText("Your passkey is added.");
            bot.answer(BOB, "A passkey was set up for your account");
            page.reload();
            assertThat(result(page)).containsText("This page was already used.");
            bot.passes(Duration.ofHours(24));

            bot.passed("web", "Round invoices");
            bot.says(ALICE, "/semaphore promote production web");
            var card = bot.card("requests approval to promote", "Round invoices");
            bot.presses(BOB, card, "Approve");
            var form = bot.form(BOB);
            page.navigate(PasskeyVisit.url(form));
            form.close();
            assertThat(heading(page)).hasText("Approve #1");
            assertThat(page.getByText("Commit message: Round invoices")).containsText("Alice asked for it.");
            isSound(page);
            verifies(devtools, authenticator, false);
            button(page, "Approve with passkey").click();
            assertThat(result(page)).containsText("Nothing was counted.");
            verifies(devtools, authenticator, true);
            button(page, "Approve with passkey").click();
            assertThat(result(page)).containsText("Signalman received it.");
            isSound(page);
            card = bot.becomes(card, "1 of 2 approvals", "Bob");

            bot.presses(BOB, card, "Break glass");
            page.navigate(PasskeyVisit.url(bot.form(BOB)));
            button(page, "Break glass with passkey").click();
            assertThat(page.getByText("This field is required.")).isVisible();
            page.getByLabel("Reason").fill("the shop is down");
            isSound(page);
            button(page, "Break glass with passkey").click();
            assertThat(result(page)).containsText("Signalman received it.");
            bot.until("it is promoted", () -> bot.semaphore().promotions("web").equals(List.of("production")));
        }
        org.assertj.core.api.Assertions.assertThat(complaints).isEmpty();
    }

    /** Plugs in what a laptop or a phone has; returns its id. */
    private static String authenticator(CDPSession devtools) {
        var options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", true);
        options.addProperty("automaticPresenceSimulation", true);
        var asked = new JsonObject();
        asked.add("options", options);
        devtools.send("WebAuthn.enable");
        return devtools.send("WebAuthn.addVirtualAuthenticator", asked)
                .get("authenticatorId")
                .getAsString();
    }

    /** Whether the finger on its sensor is its owner's. */
    private static void verifies(CDPSession devtools, String authenticator, boolean verified) {
        var asked = new JsonObject();
        asked.addProperty("authenticatorId", authenticator);
        asked.addProperty("isUserVerified", verified);
        devtools.send("WebAuthn.setUserVerified", asked);
    }

    private static Locator heading(Page page) {
        return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1));
    }

    private static Locator result(Page page) {
        return page.getByRole(AriaRole.STATUS);
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /** It fits its window, and axe finds nothing, light and dark. */
    private static void isSound(Page page) throws IOException {
        org.assertj.core.api.Assertions.assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .isEqualTo(true);
        page.evaluate(Files.readString(Axe.SCRIPT));
        for (var scheme : List.of(ColorScheme.DARK, ColorScheme.LIGHT)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            var found = page.evaluate(
                    "async () => (await axe.run({resultTypes: ['violations']})).violations.flatMap("
                            + "({id, nodes}) => nodes.map(({target, failureSummary}) => `${id}: ${target} ${failureSummary}`))");
            org.assertj.core.api.Assertions.assertThat((List<?>) found).isEmpty();
        }
    }
}
