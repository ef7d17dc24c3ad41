package dev.signalman.semaphore.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.signalman.domain.JobLog.LoggedCommand;
import dev.signalman.semaphore.SemaphoreException;
import dev.signalman.semaphore.SemaphoreException.Kind;
import dev.signalman.web.Reply;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JobLogOverHttpTest {
    private static final String EVENTS = """
            {"more": {"a": [1]}, "events": [
              {"event": "job_started", "timestamp": 1624541916},
              {"event": "cmd_started", "timestamp": 1624541916, "directive": "make test"},
              {"event": "cmd_output", "timestamp": 1624541916, "output": "o"}, 7, null, {"event": "new"},
              {"event": "cmd_output", "timestamp": 1624541917, "output": "k\\n"},
              {"event": "cmd_finished", "directive": "make test", "exit_code": 130,
               "started_at": 1624541916, "finished_at": 1624541918},
              {"event": "cmd_started", "timestamp": 1624541919, "directive": "sleep"},
              {"event": "job_finished", "result": "stopped"}]}
            """;

    private ScriptedSemaphore semaphore;
    private ScriptedSemaphore elsewhere;

    @BeforeEach
    void start() throws IOException {
        semaphore = new ScriptedSemaphore();
        elsewhere = new ScriptedSemaphore();
    }

    @AfterEach
    void stop() {
        semaphore.close();
        elsewhere.close();
    }

    @Test
    void outputIsJoinedCommandByCommand() {
        semaphore.answers(EVENTS);

        assertThat(semaphore.client().jobs().log("j1").commands())
                .containsExactly(
                        new LoggedCommand(
                                "make test",
                                "ok\n",
                                130,
                                Instant.ofEpochSecond(1624541916),
                                Instant.ofEpochSecond(1624541918)),
                        new LoggedCommand("sleep", "", null, Instant.ofEpochSecond(1624541919), null));
        assertThat(semaphore.call().path()).isEqualTo("/api/v1alpha/logs/j1");
    }

    @Test
    void aLogThatSemaphoreCutIsKnownByItsLastOutput() {
        var begun =
                "{\"events\": [{\"event\": \"cmd_started\", \"directive\": \"make\"}, {\"event\": \"cmd_output\", \"output\": \"o\"},"
                        + " {\"event\": \"cmd_output\", \"output\": \"Content of the log is bigger than 16MB. Log is trimmed.\"}";
        semaphore.answers(begun + "]}").answers(begun + ", {\"event\": \"cmd_finished\", \"exit_code\": 1}]}");
        var cut = semaphore.client().jobs().log("j1");
        assertThat(cut.cut()).isTrue();
        assertThat(cut.commands().get(0).output()).isEqualTo("o");

        assertThat(semaphore.client().jobs().log("j1").cut()).as("only printed").isFalse();
    }

    @Test
    void aTokenIsNeverForwardedToAnotherHost() {
        elsewhere.answers(EVENTS);
        semaphore.answers(Reply.bare(302, "").with("Location", elsewhere.address() + "/api/v1/logs/j1?jwt=a.b%2Bc"));

        assertThat(semaphore.client().jobs().log("j1").commands()).hasSize(2);

        assertThat(elsewhere.calls()).hasSize(1);
        assertThat(elsewhere.call().query()).isEqualTo("jwt=a.b%2Bc");
        assertThat(elsewhere.call().headers()).doesNotContainKey("authorization");
        assertThat(elsewhere.call().header("User-Agent")).isEqualTo("SemaphoreCI v2.0 Client");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://logs.example/x?jwt=hidden",
                "file:///etc/passwd?hidden",
                "//logs.example/x?jwt=hidden",
                "https://hidden@logs.example/",
                "ht tp://hidden",
                "",
            })
    void aRedirectToAnUnsafeAddressIsNotFollowedNorTold(String location) {
        semaphore.answers(Reply.bare(302, "").with("Location", location));

        var failure = failure();

        assertThat(failure.kind()).isEqualTo(Kind.UNREADABLE);
        assertThat(failure).hasNoCause();
        assertThat(failure.words())
                .doesNotContain("hidden")
                .containsAnyOf(
                        "Semaphore redirects this log to an address that isn't safe to follow",
                        "Semaphore redirects this log to an invalid address");
    }

    @Test
    void aPassThatTheKeeperOfTheLogDoesNotTakeIsNoBadTokenAndPasses() {
        elsewhere.answersTo(call -> Reply.text(401, "Unauthorized\n"));
        semaphore.answersTo(
                call -> Reply.bare(302, "").with("Location", elsewhere.address() + "/api/v1/logs/j1?jwt=a"));

        var failure = failure();

        assertThat(failure.kind()).isEqualTo(Kind.BROKEN);
        assertThat(failure.words()).contains("stores this log").doesNotContain("token", "Unauthorized");
        assertThat(semaphore.calls()).as("with a new pass each time").hasSizeGreaterThan(1);
    }

    @Test
    void aSecondRedirectIsNotFollowed() {
        elsewhere.answers(Reply.bare(302, "").with("Location", semaphore.address()));
        semaphore.answers(Reply.bare(302, "").with("Location", elsewhere.address()));

        assertThat(failure().kind()).isEqualTo(Kind.UNREADABLE);
        assertThat(semaphore.calls()).hasSize(1);
    }

    @Test
    void whySemaphoreHasNoLogIsPassedOn() {
        semaphore.answers(Reply.bare(404, "\"This job never started, so no logs were produced.\""));

        assertThat(failure().kind()).isEqualTo(Kind.NOT_FOUND);
        assertThat(failure().words()).isEqualTo("This job never started, so no logs were produced.");
        assertThat(semaphore.calls()).noneMatch(call -> call.path().contains("plain_logs"));
    }

    @Test
    void aMissingRightToTheLogIsNoBadToken() {
        semaphore.answers(Reply.bare(401, "Permission denied"));

        assertThat(failure().kind()).isEqualTo(Kind.NOT_PERMITTED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"oops", "", "<html>Not here</html>"})
    void whereTheApiHasNoLogsTheOlderAddressIsAsked(String unknownRoute) {
        semaphore.answers(Reply.bare(404, unknownRoute)).answers(Reply.text(200, "line 1\nline 2\n"));

        assertThat(semaphore.client("/org").jobs().log("j1").commands())
                .containsExactly(new LoggedCommand("", "line 1\nline 2\n", null, null, null));
        assertThat(semaphore.call().path()).isEqualTo("/org/jobs/j1/plain_logs.json");
        assertThat(semaphore.call().header("Authorization")).isEqualTo("Token " + ScriptedSemaphore.TOKEN);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 307, 404, 403})
    void aWebPageAtTheOlderAddressMeansThatThereIsNoLogToRead(int status) {
        semaphore.answers(Reply.bare(404, "oops")).answers(Reply.bare(status, "<!DOCTYPE html><p>Log in"));

        var failure = failure();

        assertThat(failure.kind()).isEqualTo(Kind.NOT_FOUND);
        assertThat(failure.words()).isEqualTo("This log can only be read on Semaphore's web page");
    }

    @ParameterizedTest
    @CsvSource({"500, BROKEN", "503, BROKEN", "429, LIMITED"})
    void anOlderAddressInTroubleIsNotTakenForOneWithoutLogs(int status, Kind kind) {
        semaphore.answersTo(
                call -> call.path().startsWith("/api/") ? Reply.bare(404, "oops") : Reply.bare(status, "later"));

        assertThat(failure().kind()).isEqualTo(kind);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"<html>", "[]", "{}", "{\"events\": 5}", "{\"events\": [{\"event\": \"cmd_output\"", "7", ""})
    void whatIsNoLogIsUnreadable(String body) {
        semaphore.answers(body);

        assertThat(failure().kind()).isEqualTo(Kind.UNREADABLE);
    }

    @Test
    void onlyTheEndOfALongLogIsKept() {
        var line = "x".repeat(1023) + "\\n";
        semaphore.answers(IntStream.range(0, 12_000)
                .mapToObj(n -> n % 1000 == 0
                        ? "{\"event\": \"cmd_started\", \"directive\": \"step " + n / 1000 + "\"}"
                        : "{\"event\": \"cmd_output\", \"output\": \"" + n + line + "\"}")
                .collect(Collectors.joining(",", "{\"events\": [", "]}")));

        var commands = semaphore.client().jobs().log("j1").commands();

        assertThat(commands).extracting(LoggedCommand::directive).containsExactly("step 9", "step 10", "step 11");
        assertThat(commands.stream().mapToInt(each -> each.output().length()).sum())
                .isBetween((2 << 20) - 1000, 2 << 20);
        assertThat(commands.get(2).output()).contains("11999xxx");
    }

    @Test
    void noHalfOfACharacterIsKept() {
        var train = "\uD83D\uDE82";
        semaphore.answers(
                "{\"events\": [{\"event\": \"cmd_output\", \"output\": \"" + train.repeat(1 << 20) + "x\"}]}");

        assertThat(semaphore.client().jobs().log("j1").commands().get(0).output())
                .startsWith(train)
                .endsWith(train + "x");
    }

    @Test
    void aLogWithoutEndIsNotReadToItsEnd() {
        var bounded = new BoundedStream(new ByteArrayInputStream(new byte[9]), 8);

        assertThatThrownBy(bounded::readAllBytes)
                .isInstanceOf(CallFailure.class)
                .hasMessage("This log is too long to read");
        var single = new BoundedStream(new ByteArrayInputStream(new byte[9]), 0);
        assertThatThrownBy(single::read).isInstanceOf(CallFailure.class);
    }

    private SemaphoreException failure() {
        return catchThrowableOfType(
                SemaphoreException.class, () -> semaphore.client().jobs().log("j1"));
    }
}
