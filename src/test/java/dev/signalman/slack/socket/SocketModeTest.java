package dev.signalman.slack.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.signalman.harness.LogLines;
import dev.signalman.simulator.slack.SlackApiCall;
import dev.signalman.simulator.slack.SlackFault;
import dev.signalman.simulator.slack.SocketModeServer;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Keeping the socket open, and the reports while it is closed. */
@Timeout(60)
final class SocketModeTest {
    private static final String OPEN = "apps.connections.open";

    private final SocketFixture line = new SocketFixture();

    SocketModeTest() throws IOException {}

    @AfterEach
    void close() {
        line.close();
    }

    private void worksAgain() {
        line.awaitOpen();
        await().until(() -> line.says("rerun web").taken());
        assertThat(line.taken).contains("rerun web");
    }

    private void troubleIs(String words) {
        await().untilAsserted(
                        () -> assertThat(line.socket.trouble()).isNotNull().contains(words));
    }

    @Test
    void beforeItIsOpenThatIsSaid() {
        assertThat(line.socket.trouble()).isEqualTo("not opened yet");
        line.open();
        assertThat(line.socket.trouble()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "invalid_auth | check SLACK_APP_TOKEN",
                "not_allowed_token_type | must be the app-level token, which starts with xapp-",
                "missing_scope | connections:write",
                "socket_mode_not_enabled | turn on Socket Mode in the app's settings",
                "internal_error | Slack says internal_error"
            })
    void aRefusedOpeningIsSaidWithAdviceAndTriedAgain(String word, String advice) {
        try (var log = new LogLines()) {
            line.slack.faults().always(OPEN, new SlackFault.Refused(word));
            line.socket.start();
            troubleIs("Slack says " + word);
            troubleIs(advice);
            line.slack.faults().none();
            worksAgain();
            saysNothingSecret(log);
            assertThat(log.all()).anyMatch(each -> each.contains("Slack says " + word));
        }
    }

    @Test
    void slacksWishToWaitIsKept() {
        line.slack.faults().next(OPEN, new SlackFault.RateLimited(2));
        line.socket.start();
        troubleIs("ratelimited");
        worksAgain();
        assertThat(openings(line)).hasSize(2);
        assertThat(Duration.between(
                        openings(line).get(0).at(), openings(line).get(1).at()))
                .isGreaterThan(Duration.ofMillis(1_900));
    }

    @Test
    void anAddressThatIsNoLongerGoodIsReplacedByAnother() {
        try (var log = new LogLines()) {
            line.slack.faults().next(SocketModeServer.HANDSHAKE, new SlackFault.ConnectionLost(), 2);
            line.socket.start();
            worksAgain();
            saysNothingSecret(log);
        }
    }

    @Test
    void aSocketThatBreaksIsOpenedAgain() {
        try (var log = new LogLines()) {
            line.open();
            line.slack.faults().next(OPEN, new SlackFault.Http(503));
            line.slack.sockets().cut();
            troubleIs("");
            worksAgain();
            saysNothingSecret(log);
        }
    }

    @Test
    void aSocketThatIsDeadWithoutAWordIsFoundOutAndReplaced() {
        line.open();
        line.slack.sockets().silence();
        line.slack.faults().always(OPEN, new SlackFault.Http(503));
        troubleIs("HTTP 503");
        line.slack.faults().none();
        await().until(() -> line.socket.trouble() == null);
        line.slack.sockets().cut(); // the dead one, if it still stands at Slack's end; and the living one once more
        worksAgain();
    }

    @ParameterizedTest
    @CsvSource({"refresh", "warning"})
    void whatComesDuringARenewalIsTaken(String how) {
        line.open();
        if (how.equals("refresh")) {
            line.slack.sockets().refresh(Duration.ofSeconds(2));
        } else {
            line.slack.sockets().warn();
        }
        for (int i = 0; i < 20; i++) {
            assertThat(line.says("rerun web" + i).error()).isNull();
        }
        int left = how.equals("refresh") ? 1 : 2;
        await().until(() -> openings(line).size() == 2 && line.slack.sockets().open() == left);
        assertThat(line.says("rerun web20").error()).isNull();
        assertThat(line.taken).hasSize(21);
        assertThat(line.socket.trouble()).isNull();
        assertThat(line.slack.errors()).isEmpty();
    }

    @Test
    void renewalsThatAreAskedForWithoutEndDoNotBecomeAStorm() throws IOException {
        try (var slow = new SocketFixture(Duration.ofSeconds(4))) {
            slow.open();
            await().atMost(Duration.ofSeconds(30)).until(() -> {
                slow.slack.sockets().warn();
                return openings(slow).size() == 3;
            });
            var pause = Duration.between(
                    openings(slow).get(1).at(), openings(slow).get(2).at());
            assertThat(pause).isGreaterThan(Duration.ofMillis(3_900));
            assertThat(slow.socket.trouble()).isNull();
        }
    }

    private static List<SlackApiCall> openings(SocketFixture line) {
        return line.slack.calls().stream()
                .filter(call -> call.method().equals(OPEN))
                .toList();
    }

    @Test
    void socketModeSwitchedOffIsSaidAndSwitchedOnAgainIsFound() {
        line.open();
        line.slack.sockets().disable(true);
        troubleIs("socket_mode_not_enabled");
        line.slack.sockets().disable(false);
        worksAgain();
    }

    private void saysNothingSecret(LogLines log) {
        assertThat(log.all())
                .noneMatch(each -> each.contains("\tat "))
                .noneMatch(each -> each.contains("ticket="))
                .noneMatch(each -> each.contains(line.slack.app().sockets().appToken()))
                .noneMatch(each -> each.contains(line.slack.app().botToken()));
    }
}
