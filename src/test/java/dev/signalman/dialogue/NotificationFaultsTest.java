package dev.signalman.dialogue;

import static dev.signalman.harness.WorkspaceFixture.ALICE;
import static dev.signalman.harness.WorkspaceFixture.BUILDS;
import static dev.signalman.harness.WorkspaceFixture.DEPLOYS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.harness.Dialogue;
import dev.signalman.harness.SignedRequests;
import dev.signalman.simulator.semaphore.Role;
import dev.signalman.simulator.slack.SlackFault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Notifications that are repeated, early or about hidden pipelines, and a Slack that refuses the results. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class NotificationFaultsTest {
    private static final String POST = "chat.postMessage";

    private Dialogue bot;

    @BeforeAll
    void start() throws Exception {
        bot = Dialogue.start();
        bot.isNotifiedOf("web");
        bot.subscribes(ALICE, BUILDS, "web");
    }

    @AfterEach
    void heal() {
        bot.slack().faults().none();
        bot.semaphore().heal();
        bot.semaphore().notifications().lose(false);
        bot.passes(Duration.ofMinutes(1)); // few at once, so none shares a message
    }

    @AfterAll
    void end() {
        bot.close();
    }

    private void isShownOnce(String words) {
        bot.cardIn(BUILDS, words);
        bot.untilAllIsDone();
        assertThat(bot.shown(BUILDS, words)).as(words).hasSize(1);
    }

    @Test
    void whatIsDeliveredAgainIsNothingNew() {
        var pipeline = bot.passed("web", "Echoing hall");
        bot.cardIn(BUILDS, "Echoing hall");
        var notifications = bot.semaphore().notifications();
        bot.until(
                "it was delivered",
                () -> notifications.deliveries().stream()
                        .anyMatch(each -> each.pipelineId().equals(pipeline)));
        var delivery = notifications.deliveries().stream()
                .filter(each -> each.pipelineId().equals(pipeline))
                .findFirst()
                .orElseThrow();
        assertThat(notifications.repeat(delivery).status()).isEqualTo(200);
        assertThat(notifications.redeliver(delivery).status())
                .as("under an id of its own")
                .isEqualTo(200);
        bot.hints(pipeline);
        isShownOnce("Echoing hall");
    }

    @Test
    void theOrderInWhichNotificationsComeDoesNotMatter() {
        bot.semaphore().notifications().lose(true);
        List<String> pipelines = new ArrayList<>();
        for (int n = 0; n < 4; n++) {
            pipelines.add(bot.passed("web", "Shuffled " + n));
        }
        Collections.reverse(pipelines);
        pipelines.forEach(bot::hints);
        pipelines.forEach(bot::hints);
        for (int n = 0; n < 4; n++) {
            isShownOnce("Shuffled " + n);
        }
    }

    @Test
    void aPipelineThatIsToldOfBeforeItCanBeReadIsShownOnceItCan() {
        bot.semaphore().notifications().lose(true);
        var pipeline =
                bot.semaphore().push("web", "main", "Early bird", "alice").pipelineId();
        bot.semaphore()
                .fault(dev.signalman.simulator.semaphore.http.SemaphoreFault.on("GET", "/pipelines/" + pipeline)
                        .answers(dev.signalman.web.Reply.text(404, "Not found"))
                        .times(3));
        bot.semaphore().finish(pipeline);
        bot.hints(pipeline);
        isShownOnce("Early bird");
        assertThat(bot.semaphore().calls().stream().filter(call -> call.path().endsWith(pipeline)))
                .hasSizeGreaterThanOrEqualTo(4);
    }

    @Test
    void aProjectThatIsHiddenFromTheTokenHoldsUpNothingAndIsCaughtUpWithWhenItIsShown() {
        bot.subscribes(ALICE, DEPLOYS, "api");
        bot.isNotifiedOf("api");
        var user = bot.semaphore().user("signalman-bot");
        user.is(Role.STRANGER, "api");
        bot.passed("api", "Behind a veil");
        bot.passed("web", "In the open");
        isShownOnce("In the open");
        assertThat(bot.shown(DEPLOYS, "Behind a veil")).isEmpty();

        user.is(Role.READER, "api");
        bot.cardIn(DEPLOYS, "Behind a veil");
        bot.untilAllIsDone();
        assertThat(bot.shown(DEPLOYS, "Behind a veil")).hasSize(1);
    }

    @Test
    void aLimitedPostComesLater() {
        bot.slack().faults().next(POST, new SlackFault.RateLimited(2), 2);
        bot.passed("web", "PersonRateLimit");
        isShownOnce("PersonRateLimit");
        assertThat(bot.slack().calls()).anyMatch(call -> call.method().equals(POST) && call.status() == 429);
    }

    @Test
    void whatSlackCannotTakeComesWhenItCan() {
        bot.slack().faults().next(POST, new SlackFault.Http(500));
        bot.slack().faults().next(POST, new SlackFault.Refused("internal_error"));
        bot.slack().faults().next(POST, new SlackFault.ConnectionLost());
        bot.passed("web", "Third time lucky");
        isShownOnce("Third time lucky");
    }

    @Test
    void whatIsTooLongOrOddlyShapedComesAsASentenceAndIsCounted() throws Exception {
        int before = malformed();
        bot.slack().faults().next(POST, new SlackFault.Refused("msg_too_long"));
        bot.passed("web", "Long story");
        isShownOnce("Long story");
        bot.slack().faults().next(POST, new SlackFault.Refused("invalid_blocks"));
        bot.passed("web", "Odd story");
        isShownOnce("Odd story");
        for (var words : List.of("Long story", "Odd story")) {
            var message = bot.shown(BUILDS, words).get(0);
            assertThat(message.blocks()).as("a sentence alone").hasSize(1);
            assertThat(message.text()).contains("web passed on main");
        }
        assertThat(malformed()).isEqualTo(before + 2);
    }

    private int malformed() throws Exception {
        return new SignedRequests(bot)
                .ask("GET", "/metrics")
                .body()
                .lines()
                .filter(line -> line.startsWith("signalman_slack_calls_seconds_count{method=\"chat.postMessage\"")
                        && line.contains("outcome=\"malformed\""))
                .mapToInt(line -> (int) Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }
}
