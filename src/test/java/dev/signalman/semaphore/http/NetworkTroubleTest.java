package dev.signalman.semaphore.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.signalman.semaphore.Credential;
import dev.signalman.semaphore.Semaphore;
import dev.signalman.semaphore.SemaphoreException;
import dev.signalman.semaphore.SemaphoreException.Kind;
import dev.signalman.web.Reply;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class NetworkTroubleTest {
    private static final String HEAD = "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n";

    @Test
    void nobodyListeningMeansThatNothingHappened() throws IOException {
        int free;
        try (var socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        var semaphore = client("http://localhost:" + free);

        var act = failure(semaphore, NetworkTroubleTest::promote);

        assertThat(act.kind()).isEqualTo(Kind.UNREACHABLE);
        assertThat(act.words()).isEqualTo("Semaphore is unreachable: connection refused");
        assertThat(act.mayHaveActed()).isFalse();
    }

    @Test
    void anUnknownHostMeansThatNothingHappened() {
        var act = failure(client("http://no-such-host.invalid"), NetworkTroubleTest::promote);

        assertThat(act.kind()).isEqualTo(Kind.UNREACHABLE);
        assertThat(act.words()).isEqualTo("Semaphore is unreachable: unknown host name");
        assertThat(act.mayHaveActed()).isFalse();
    }

    @Test
    void aServerThatSpeaksNoTlsIsNotReached() throws IOException {
        try (var semaphore = new ScriptedSemaphore()) {
            var act = failure(client(semaphore.address().replace("http:", "https:")), NetworkTroubleTest::promote);

            assertThat(act.kind()).isEqualTo(Kind.UNREACHABLE);
        }
    }

    @Test
    void anActThatIsNotAnsweredInTimeMayHaveHappenedAndIsNotRepeated() throws IOException {
        try (var server = new SilentServer("")) {
            var act = failure(client(server.address()), NetworkTroubleTest::promote);

            assertThat(act.kind()).isEqualTo(Kind.UNREACHABLE);
            assertThat(act.words()).isEqualTo("Semaphore did not answer in time");
            assertThat(act.mayHaveActed()).isTrue();
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @Test
    void anAnswerThatStopsInTheMiddleIsNotWaitedForForever() throws IOException {
        try (var server = new SilentServer(HEAD + "\"Promo")) {
            var act = failure(client(server.address()), NetworkTroubleTest::promote);

            assertThat(act.words()).isEqualTo("Semaphore did not answer in time");
            assertThat(act.mayHaveActed()).isTrue();
        }
    }

    @Test
    void aReadThatUsedUpItsTimeIsNotRepeated() throws IOException {
        try (var server = new SilentServer(HEAD + "{")) {
            var read = failure(
                    client(server.address()), semaphore -> semaphore.pipelines().describe("p1"));

            assertThat(read.kind()).isEqualTo(Kind.UNREACHABLE);
            assertThat(read.mayHaveActed()).isFalse();
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @Test
    void anActWhoseConnectionIsCutMayHaveHappened() throws IOException {
        try (var semaphore = new ScriptedSemaphore().answers(Reply.cut())) {
            var act = failure(semaphore.client(), NetworkTroubleTest::promote);

            assertThat(act.kind()).isEqualTo(Kind.UNREACHABLE);
            assertThat(act.words()).isEqualTo("The connection to Semaphore was lost before it answered");
            assertThat(act.mayHaveActed()).isTrue();
            assertThat(semaphore.calls()).hasSize(1);
        }
    }

    @Test
    void aReadWhoseConnectionIsCutIsRepeated() throws IOException {
        try (var semaphore =
                new ScriptedSemaphore().answers(Reply.cut()).answers("{\"pipeline\": {\"ppl_id\": \"p1\"}}")) {
            assertThat(semaphore.client().pipelines().describe("p1").id()).isEqualTo("p1");
        }
    }

    @Test
    void aReadThatFailsInPassingIsTriedThreeTimes() throws IOException {
        try (var semaphore = new ScriptedSemaphore().answers(Reply.bare(500, "\"Internal error\""))) {
            var read = failure(semaphore.client(), each -> each.pipelines().describe("p1"));

            assertThat(read.kind()).isEqualTo(Kind.BROKEN);
            assertThat(semaphore.observed())
                    .containsExactly(
                            "pipelines.describe broken", "pipelines.describe broken", "pipelines.describe broken");
        }
    }

    @Test
    void aReadThatIsLimitedWaitsAsLongAsItIsTold() throws IOException {
        try (var semaphore = new ScriptedSemaphore()
                .answers(Reply.bare(429, "").with("retry-after", "1"))
                .answers("{\"pipeline\": {\"ppl_id\": \"p1\"}}")) {
            long began = System.nanoTime();

            semaphore.client().pipelines().describe("p1");

            assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
        }
    }

    @Test
    void aReadThatIsToldToWaitLongFailsAtOnce() throws IOException {
        try (var semaphore = new ScriptedSemaphore().answers(Reply.bare(429, "").with("Retry-After", "60"))) {
            var read = failure(semaphore.client(), each -> each.pipelines().describe("p1"));

            assertThat(read.kind()).isEqualTo(Kind.LIMITED);
            assertThat(semaphore.calls()).hasSize(1);
        }
    }

    @Test
    void aRefusedReadIsNotRepeated() throws IOException {
        try (var semaphore = new ScriptedSemaphore().answers(Reply.bare(404, "Not Found"))) {
            var read = failure(semaphore.client(), each -> each.pipelines().describe("p1"));

            assertThat(read.kind()).isEqualTo(Kind.NOT_FOUND);

            assertThat(semaphore.calls()).hasSize(1);
        }
    }

    @Test
    void anAnswerWithoutEndIsNotTakenIn() throws IOException {
        try (var semaphore = new ScriptedSemaphore().answers("[" + " ".repeat(17 << 20) + "]")) {
            var read = failure(semaphore.client(), each -> each.projects().list());

            assertThat(read.kind()).isEqualTo(Kind.UNREADABLE);
            assertThat(read.words()).isEqualTo("Semaphore's answer is too long");
        }
    }

    private static void promote(Semaphore semaphore) {
        semaphore.promotions().trigger("p1", "production", false, Map.of(), "token");
    }

    private static Semaphore client(String address) {
        var connection = new SemaphoreConnection(
                URI.create(address),
                new Credential("t"),
                Duration.ofSeconds(2),
                Duration.ofMillis(400),
                Duration.ofMillis(400),
                Duration.ofMillis(1));
        return new FeignSemaphore(connection, (operation, outcome, took) -> {});
    }

    private static SemaphoreException failure(Semaphore semaphore, Consumer<Semaphore> call) {
        return catchThrowableOfType(SemaphoreException.class, () -> call.accept(semaphore));
    }
}
