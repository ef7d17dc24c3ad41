package dev.signalman.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.simulator.GateJobRunner;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The lines of docs/gate.md in a real shell, with shorter waits: only an answer ends them, and only a 200 well. */
final class GateLineTest {
    private static final String ADDRESS = "https://signalman.example.com/gate";
    private static final String WAIT = answer(503, "Waiting: #1 is waiting for approval.");
    private static final String HANGS = "hangs";
    private static final String DIES = "";
    private static final String CUT = "HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\nGo ah";

    static List<String> lines() {
        return MarkdownPage.of("docs/gate.md").codeLines().stream()
                .filter(line -> line.contains("curl -sS"))
                .map(line -> line.replaceFirst("^- '(.*)'$", "$1"))
                .toList();
    }

    @Test
    void thePageHasOneLineForTokensAndOneForSignatures() {
        assertThat(lines())
                .satisfiesExactly(
                        token -> assertThat(token).isEqualTo(GateJobRunner.command(ADDRESS)),
                        signature -> assertThat(signature).contains("openssl"));
    }

    @ParameterizedTest
    @MethodSource("lines")
    void itAsksAgainUntilThereIsAnAnswerAndGoesOnAfterTheOneThatOpens(String line) throws Exception {
        try (var gate = new ScriptedGate(
                List.of(WAIT, DIES, CUT, HANGS, WAIT, answer(200, "#1: approved by Bob. Go ahead.")))) {
            var job = run(line, gate.port());
            assertThat(job.log()).contains("Waiting: #1 is waiting for approval.", "Go ahead.");
            assertThat(job.exitCode()).as(job.log()).isZero();
            assertThat(gate.questions()).hasSize(6).allMatch(question -> question.contains("GET /gate "));
        }
    }

    @ParameterizedTest
    @MethodSource("lines")
    void aRefusalEndsItAtOnceAndTheLogSaysWhy(String line) throws Exception {
        for (int status : List.of(401, 403)) {
            try (var gate = new ScriptedGate(List.of(answer(status, "#1: rejected by Bob: no."), answer(200, "Go.")))) {
                var job = run(line, gate.port());
                assertThat(job.exitCode()).isNotZero();
                assertThat(job.log()).contains("#1: rejected by Bob: no.");
                assertThat(gate.questions()).hasSize(1);
            }
        }
    }

    @Test
    void itSendsTheTokenOrTheSignatureOfThePipeline() throws Exception {
        try (var gate = new ScriptedGate(List.of(answer(200, "Go."), answer(200, "Go.")))) {
            for (var line : lines()) {
                run(line, gate.port());
            }
            assertThat(gate.questions())
                    .satisfiesExactly(
                            token -> assertThat(token).contains("Authorization: Bearer ey.token"),
                            signed -> assertThat(signed)
                                    .contains("X-Signalman-Pipeline: p-1")
                                    .containsPattern("X-Signalman-Signature: [0-9a-f]{64}\n"));
        }
    }

    @Test
    void aCurlThatIsTooOldEndsIt() throws Exception {
        var job = run(lines().get(0).replace("--fail-with-body", "--no-such-option"), 1);
        assertThat(job.exitCode()).isNotZero();
    }

    private static String answer(int status, String words) {
        return "HTTP/1.1 " + status + " Said\r\nRetry-After: 1\r\nConnection: close\r\nContent-Length: "
                + words.length() + "\r\n\r\n" + words;
    }

    private record Job(int exitCode, String log) {}

    private static Job run(String line, int port) throws IOException, InterruptedException {
        var quick = line.replace(ADDRESS, "http://127.0.0.1:" + port + "/gate")
                .replace("--max-time 90", "--max-time 2")
                .replace("--retry-delay 5", "--retry-delay 1")
                .replace("sleep 5", "sleep 0");
        var builder = new ProcessBuilder("bash", "-c", quick).redirectErrorStream(true);
        builder.environment()
                .putAll(Map.of(
                        "SEMAPHORE_OIDC_TOKEN", "ey.token",
                        "SEMAPHORE_PIPELINE_ID", "p-1",
                        "SIGNALMAN_GATE_SECRET", "of the target",
                        "no_proxy", "127.0.0.1"));
        var process = builder.start();
        var log = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return new Job(process.exitValue(), log);
    }

    /** Gives one scripted answer to each question; the empty one is a lost connection. */
    private static final class ScriptedGate implements AutoCloseable {
        private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        private final List<String> questions = new CopyOnWriteArrayList<>();
        private final List<Socket> open = new ArrayList<>();
        private final Thread thread;

        ScriptedGate(List<String> answers) throws IOException {
            var left = new ArrayDeque<>(answers);
            thread = new Thread(
                    () -> {
                        while (!left.isEmpty()) {
                            try {
                                meet(server.accept(), left.remove());
                            } catch (IOException closed) {
                                return;
                            }
                        }
                    },
                    "scripted-gate");
            thread.start();
        }

        private void meet(Socket caller, String answer) throws IOException {
            questions.add(question(caller));
            if (answer.equals(HANGS)) {
                open.add(caller);
                return;
            }
            try (caller) {
                caller.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
            }
        }

        private static String question(Socket caller) throws IOException {
            var reader = new BufferedReader(new InputStreamReader(caller.getInputStream(), StandardCharsets.UTF_8));
            var question = new StringBuilder();
            for (var line = reader.readLine(); line != null && !line.isEmpty(); line = reader.readLine()) {
                question.append(line).append('\n');
            }
            return question.toString();
        }

        int port() {
            return server.getLocalPort();
        }

        List<String> questions() {
            return questions;
        }

        @Override
        public void close() throws IOException {
            server.close();
            open.forEach(each -> {
                try {
                    each.close();
                } catch (IOException gone) {
                    throw new UncheckedIOException(gone);
                }
            });
        }
    }
}
