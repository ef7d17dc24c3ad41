package dev.signalman.dialogue;

import static dev.signalman.harness.WorkspaceFixture.ALICE;
import static dev.signalman.harness.WorkspaceFixture.BOB;
import static dev.signalman.harness.WorkspaceFixture.BUILDS;
import static dev.signalman.harness.WorkspaceFixture.CAROL;
import static dev.signalman.harness.WorkspaceFixture.DEPLOYS;
import static dev.signalman.harness.WorkspaceFixture.PLATFORM;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.feature.access.AccessRules;
import dev.signalman.harness.ConfigurationChanger;
import dev.signalman.harness.Dialogue;
import dev.signalman.harness.FreePort;
import dev.signalman.harness.LogLines;
import dev.signalman.simulator.semaphore.SemaphoreUser;
import dev.signalman.simulator.semaphore.StoredNotification;
import dev.signalman.simulator.semaphore.StoredSecret;
import dev.signalman.simulator.semaphore.http.SemaphoreFault;
import dev.signalman.simulator.slack.Conversation;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Semaphore's notification and its secret are made by a press, once, and only where they are missing. */
@Execution(ExecutionMode.CONCURRENT)
final class ConnectingNotificationsTest {
    private static final String SECRET = "a-secret-of-this-very-test-only";
    private static final String OFFER = "Semaphore doesn't notify me yet, so results show up some seconds late.";
    private static final String CONNECTED = "*Alice* connected Semaphore's notifications.";
    private static final String CONNECT = "/semaphore notifications connect";
    private static final String LIST = "/notifications";

    private static Dialogue start(UnaryOperator<ConfigurationChanger> change) throws Exception {
        var port = FreePort.next();
        return Dialogue.configured(usual -> change.apply(ConfigurationChanger.from(usual)
                        .port(port)
                        .publicUrl(URI.create("http://127.0.0.1:" + port))
                        .webhookSecret(SECRET))
                .configuration());
    }

    private static Dialogue start() throws Exception {
        return start(usual -> usual);
    }

    private static SemaphoreUser account(Dialogue bot) {
        return bot.semaphore().user("signalman-bot");
    }

    private static List<StoredNotification> notifications(Dialogue bot) {
        return bot.semaphore()
                .reading((organization, now) -> organization.notifications().all());
    }

    private static List<StoredSecret> secrets(Dialogue bot) {
        return bot.semaphore()
                .reading((organization, now) -> organization.secrets().all());
    }

    private static void holdsSecret(Dialogue bot, String value) {
        bot.semaphore()
                .reading((organization, now) -> organization
                        .secrets()
                        .add(organization.newId(), "signalman", Map.of("WEBHOOK_SECRET", value), false, now));
    }

    /** Somebody makes a notification on the web. */
    private static void makes(Dialogue bot, String login, String name, StoredNotification.Rule rule) {
        var creator = bot.semaphore().user(login).id();
        bot.semaphore().reading((organization, now) -> {
            organization
                    .notifications()
                    .add(new StoredNotification(organization.newId(), name, creator, now, List.of(rule)));
            return true;
        });
    }

    private static void deletes(Dialogue bot, String name) {
        bot.semaphore()
                .reading((organization, now) -> organization.notifications().delete(name));
    }

    private static StoredNotification.Rule rule(Dialogue bot, String secret, String... projects) {
        return StoredNotification.Rule.of(
                List.of(projects),
                new StoredNotification.Webhook(
                        "http://127.0.0.1:" + bot.port() + "/semaphore/webhook", 5_000, 0, secret));
    }

    @Test
    @Tag("smoke")
    void whoSubscribesIsOfferedTheNotificationAndThenBuildsAreToldByIt() throws Exception {
        try (var log = new LogLines();
                var bot = start()) {
            var told = Collections.synchronizedList(new ArrayList<String>());
            bot.slack().tap(told::add);
            bot.subscribes(ALICE, BUILDS, "web");
            var offer = bot.answerIn(ALICE, BUILDS, OFFER, "[Connect notifications]");
            bot.presses(ALICE, offer, "Connect notifications");
            var card = bot.cardIn(BUILDS, CONNECTED, "Jobs of every project can use the secret signalman.");
            assertThat(card.drawn()).doesNotContain(SECRET);

            var made = notifications(bot).get(0);
            assertThat(made.name()).isEqualTo("signalman");
            assertThat(made.creatorId()).isEqualTo(account(bot).id());
            var webhook = made.rules().get(0).webhook();
            assertThat(webhook.endpoint()).isEqualTo("http://127.0.0.1:" + bot.port() + "/semaphore/webhook");
            assertThat(webhook.timeout()).isEqualTo(5_000);
            assertThat(webhook.retries()).isEqualTo(5);
            assertThat(webhook.secret()).isEqualTo("signalman");
            assertThat(secrets(bot).get(0).variables()).isEqualTo(Map.of("WEBHOOK_SECRET", SECRET));

            bot.passed("web", "Copper kettle");
            bot.cardIn(BUILDS, "Copper kettle");
            bot.until(
                    "the signed notification was taken",
                    () -> bot.semaphore().notifications().deliveries().stream()
                            .anyMatch(delivery -> delivery.status() == 200));
            assertThat(log.all()).noneMatch(line -> line.contains(SECRET));
            assertThat(told).isNotEmpty().noneMatch(body -> body.contains(SECRET));
        }
    }

    @Test
    void whoAnswersTheInvitationIsOfferedIt() throws Exception {
        try (var bot = start()) {
            bot.slack().add(Conversation.open("C0WEBTEAM", "web-team", ALICE, BOB));
            bot.slack().invites(ALICE, "C0WEBTEAM");
            bot.presses(BOB, bot.cardIn("C0WEBTEAM", "Should I post *web*'s builds here?"), "Everything");
            bot.answerIn(BOB, "C0WEBTEAM", OFFER, "[Connect notifications]");
        }
    }

    @Test
    void afterALostAnswerNobodyIsTakenForTheBotsAccount() throws Exception {
        try (var bot = start()) {
            bot.semaphore().fault(SemaphoreFault.on("POST", LIST).actsThenTimesOut());
            bot.says(ALICE, CONNECT);
            bot.card(CONNECTED);
            deletes(bot, "signalman");
            makes(bot, "bob", "signalman", rule(bot, "signalman", "/.*/"));
            assertThat(bot.asks(ALICE, "/semaphore doctor").drawn()).doesNotContain("Another account made it.");
        }
    }

    @Test
    void nothingIsOfferedWhereItStandsOrCannotBeMade() throws Exception {
        try (var bot = start()) {
            makes(bot, "signalman-bot", "ours", rule(bot, "some", "/.*/"));
            bot.semaphore().forgetCalls();
            bot.subscribes(ALICE, BUILDS, "web");
            bot.untilAllIsDone();
            assertThat(bot.semaphore().calls()).anyMatch(call -> call.path().equals(LIST));
            assertThat(bot.slack().visibleTo(ALICE, BUILDS))
                    .noneMatch(each -> each.drawn().contains(OFFER));
        }
        try (var bot = Dialogue.start()) { // it does not know its own address
            bot.semaphore().forgetCalls();
            bot.subscribes(ALICE, BUILDS, "web");
            bot.untilAllIsDone();
            assertThat(bot.semaphore().calls()).noneMatch(call -> call.path().equals(LIST));
            assertThat(bot.asks(ALICE, CONNECT).drawn()).contains("set PUBLIC_URL", "Nothing was changed");
            assertThat(bot.asks(ALICE, "/semaphore notifications").drawn()).contains("set PUBLIC_URL");
        }
    }

    @Test
    void itIsOfferedAndDoneOnlyForThoseWhoMay() throws Exception {
        var rules = new AccessRules(Map.of("notifications", List.of(PLATFORM)));
        try (var bot = start(usual -> usual.access(rules))) {
            bot.subscribes(ALICE, BUILDS, "web");
            assertThat(bot.asks(ALICE, "/semaphore notifications").buttons()).isEmpty();
            assertThat(bot.asks(ALICE, "/semaphore doctor").buttons()).doesNotContain("Connect notifications");
            assertThat(bot.asks(ALICE, CONNECT).drawn()).contains("Only platform can use \"notifications connect\"");
            assertThat(bot.slack().visibleTo(ALICE, BUILDS))
                    .noneMatch(each -> each.drawn().contains(OFFER));
            assertThat(notifications(bot)).isEmpty();
            assertThat(secrets(bot)).isEmpty();

            bot.presses(CAROL, bot.asks(CAROL, "/semaphore doctor"), "Connect notifications");
            bot.card("*Carol* connected Semaphore's notifications.");
            assertThat(notifications(bot)).hasSize(1);
        }
    }

    @Test
    void itIsMadeOnceAndTheLedgerSaysByWhom() throws Exception {
        try (var bot = start()) {
            bot.says(ALICE, CONNECT);
            bot.card(CONNECTED);
            assertThat(bot.asks(BOB, CONNECT).drawn()).contains("Semaphore notifies me already. Nothing was changed.");
            assertThat(notifications(bot)).hasSize(1);
            assertThat(bot.asks(BOB, "/semaphore notifications").drawn())
                    .contains("Semaphore notifies me as soon as a build ends.", "/semaphore/webhook");
            assertThat(bot.asks(BOB, "/semaphore audit").drawn()).contains("notifications connect", "Alice");
        }
    }

    @Test
    void aLostAnswerIsLookedIntoBeforeAnythingIsRepeated() throws Exception {
        try (var bot = start()) {
            bot.semaphore().fault(SemaphoreFault.on("POST", LIST).actsThenTimesOut());
            bot.says(ALICE, CONNECT);
            bot.card(CONNECTED);
            assertThat(bot.changesAsked()).containsOnlyOnce("POST " + LIST);
            assertThat(notifications(bot)).hasSize(1);
        }
        try (var bot = start()) {
            bot.semaphore()
                    .fault(SemaphoreFault.on("POST", "/api/v1beta/secrets").actsThenCuts());
            bot.semaphore().fault(SemaphoreFault.on("POST", LIST).timesOut());
            bot.says(ALICE, CONNECT);
            bot.untilARound(
                    "it is connected", () -> !bot.shown(DEPLOYS, CONNECTED).isEmpty());
            assertThat(bot.changesAsked()).containsOnlyOnce("POST /api/v1beta/secrets");
            assertThat(notifications(bot)).hasSize(1);
            assertThat(secrets(bot)).hasSize(1);
        }
    }

    @Test
    void aSecretOfThatNameIsUsedButNeverChanged() throws Exception {
        try (var bot = start()) {
            holdsSecret(bot, "anything");
            bot.says(ALICE, CONNECT);
            bot.card(CONNECTED, "The secret signalman was there already.");
            assertThat(secrets(bot).get(0).variables()).containsEntry("WEBHOOK_SECRET", "anything");
        }
        try (var bot = start()) {
            bot.semaphore().settings().secretsAreExposed(true);
            holdsSecret(bot, "anything");
            assertThat(bot.asks(ALICE, CONNECT).drawn())
                    .contains("a secret named signalman with another WEBHOOK_SECRET. Delete it in Semaphore")
                    .doesNotContain("anything", SECRET);
            assertThat(notifications(bot)).isEmpty();
        }
    }

    @Test
    void whereItCanBeSaidWhoUsesASecretNoJobDoes() throws Exception {
        try (var bot = start()) {
            bot.semaphore().settings().secretPolicies(true);
            bot.says(ALICE, CONNECT);
            assertThat(bot.card(CONNECTED).drawn()).doesNotContain("Jobs of every project");
            assertThat(secrets(bot).get(0).closedToJobs()).isTrue();
        }
        try (var bot = start()) {
            bot.semaphore().settings().secretPolicies(true);
            account(bot).withoutSecretPolicies();
            bot.says(ALICE, CONNECT);
            bot.card(CONNECTED, "Jobs of every project can use the secret signalman.");
        }
    }

    @Test
    void whatTheAccountMayNotDoIsSaidWithThePermissionThatItLacks() throws Exception {
        try (var bot = start()) {
            account(bot).withoutSecrets();
            assertThat(bot.asks(ALICE, CONNECT).drawn())
                    .contains(
                            "create secrets (You are not authorized to create secrets).",
                            "a role with organization.secrets.manage");
            assertThat(notifications(bot)).isEmpty();
            account(bot).withoutNotifications();
            assertThat(bot.asks(ALICE, CONNECT).drawn())
                    .contains(
                            "see notifications (Can't list notifications in organization).",
                            "a role with organization.notifications.view");
            assertThat(bot.asks(ALICE, "/semaphore doctor").drawn())
                    .contains("Couldn't check  *Semaphore's notification*", "organization.notifications.view")
                    .doesNotContain("[Connect notifications]");
        }
    }

    @Test
    void doctorTellsWhenItIsGoneOrDiffersOrIsAnothersAndIsQuietWhenAllIsWell() throws Exception {
        try (var bot = start()) {
            bot.says(ALICE, CONNECT);
            bot.card(CONNECTED);
            assertThat(bot.asks(ALICE, "/semaphore doctor").drawn()).doesNotContain("Semaphore's notification");

            deletes(bot, "signalman");
            var gone = bot.asks(ALICE, "/semaphore doctor");
            assertThat(gone.drawn())
                    .contains("Warning  *Semaphore's notification*: No notification in Semaphore sends to http://127");

            makes(bot, "alice", "signalman", rule(bot, "signalman", "/.*/"));
            assertThat(bot.asks(ALICE, "/semaphore doctor").drawn())
                    .contains("*Semaphore's notification*: Another account made it.");

            deletes(bot, "signalman");
            makes(bot, "signalman-bot", "by hand", rule(bot, "", "api").onBranches("main"));
            bot.subscribes(ALICE, BUILDS, "web");
            assertThat(bot.asks(ALICE, "/semaphore doctor").drawn())
                    .contains(
                            "It names no secret, so Semaphore sends it unsigned and it is rejected.",
                            "It only tells about some branches, pipelines or results.",
                            "It leaves out web.",
                            "Change the notification “by hand” in Semaphore");
            assertThat(bot.asks(ALICE, CONNECT).drawn())
                    .contains("it needs a change. It names no secret", "Nothing was changed");
        }
    }

    @Test
    void anothersNotificationOfThatNameIsLeftAloneAndItsAddressIsNotShown() throws Exception {
        try (var bot = start()) {
            var elsewhere =
                    new StoredNotification.Webhook("https://hooks.example.com/services/T0/hidden-part", 0, 0, "");
            makes(bot, "bob", "signalman", StoredNotification.Rule.of(List.of("web"), elsewhere));
            assertThat(bot.asks(ALICE, CONNECT).drawn())
                    .contains("it sends to hooks.example.com, not to me.")
                    .doesNotContain("hidden-part");
            assertThat(bot.asks(ALICE, "/semaphore doctor").drawn())
                    .contains("it sends to hooks.example.com, not to me.")
                    .doesNotContain("hidden-part");
            assertThat(notifications(bot)).hasSize(1);
        }
    }
}
