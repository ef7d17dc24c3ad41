package dev.signalman.kill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.signalman.harness.PackagedJar;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The real jar in a separate process, with exactly the given environment. */
final class BotProcess implements AutoCloseable {
    private static final String NOTHING_DUE = "signalman_queue_due 0.0";
    private static final String NOTHING_UNSHOWN = "signalman_cards_unshown 0.0";
    private static final Duration TO_START = Duration.ofSeconds(60);
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();

    private final Process process;
    private final Path out;
    private final Path err;
    private int port;

    private BotProcess(Process process, Path out, Path err) {
        this.process = process;
        this.out = out;
        this.err = err;
    }

    /** Starts it in {@code folder}, which also gets its output. */
    static BotProcess start(Path folder, Map<String, String> environment, String... arguments) throws IOException {
        return under(ProcessSignals.heard(), folder, environment, arguments);
    }

    /** Starts it through a command that becomes it, e.g. {@code nohup}. */
    static BotProcess under(List<String> starter, Path folder, Map<String, String> environment, String... arguments)
            throws IOException {
        List<String> command = new ArrayList<>(starter);
        command.addAll(PackagedJar.command("-Xmx256m"));
        command.addAll(List.of(arguments));
        var out = Files.createTempFile(folder, "out", ".txt");
        var err = Files.createTempFile(folder, "err", ".txt");
        var builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        return new BotProcess(builder.start(), out, err);
    }

    /** Sets its port. */
    BotProcess at(int where) {
        port = where;
        return this;
    }

    int port() {
        return port;
    }

    /** Waits until its port reports readiness. */
    BotProcess ready(int where) {
        return at(where).ready();
    }

    /** Waits until nothing is due and every card is shown. */
    void untilAllIsDone() {
        untilAllIsDone(TO_START);
    }

    void untilAllIsDone(Duration most) {
        await("all is done")
                .atMost(most)
                .pollInterval(Duration.ofMillis(200))
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(metrics()).contains(NOTHING_DUE, NOTHING_UNSHOWN));
    }

    /** Whether nothing is due and every card is shown. */
    boolean hasDoneAll() throws IOException, InterruptedException {
        return metrics().containsAll(List.of(NOTHING_DUE, NOTHING_UNSHOWN));
    }

    private List<String> metrics() throws IOException, InterruptedException {
        var metrics = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/metrics"))
                .timeout(Duration.ofSeconds(5))
                .build();
        return HTTP.send(metrics, HttpResponse.BodyHandlers.ofString())
                .body()
                .lines()
                .filter(line -> line.startsWith("signalman_"))
                .toList();
    }

    /** Waits until it is ready. */
    BotProcess ready() {
        var health = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/health/ready"))
                .timeout(Duration.ofSeconds(3))
                .build();
        await("the bot takes work")
                .atMost(TO_START)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> answers(health));
        return this;
    }

    private boolean answers(HttpRequest health) throws InterruptedException {
        if (!process.isAlive()) {
            throw new IllegalStateException("It ended with " + process.exitValue() + ":\n" + out() + err());
        }
        try {
            return HTTP.send(health, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** Sends SIGKILL. */
    void kill() {
        process.destroyForcibly();
        exitCode(Duration.ofSeconds(10));
    }

    /** Sends SIGTERM, after which it drains. */
    void terminate() {
        process.destroy();
    }

    /** Sends SIGHUP, which reloads the configuration. */
    void hangUp() {
        ProcessSignals.send("HUP", process.pid());
    }

    /** Sends SIGSTOP, which suspends it without its knowledge. */
    void sleep() {
        ProcessSignals.send("STOP", process.pid());
    }

    /** Sends SIGCONT, which resumes it. */
    void wakeUp() {
        ProcessSignals.send("CONT", process.pid());
    }

    /** Whether it has not ended yet. */
    boolean runs() {
        return process.isAlive();
    }

    /** Its exit code, once it has ended. */
    int exitCode(Duration most) {
        try {
            if (!process.waitFor(most.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new AssertionError("It has not ended within " + most + ":\n" + out() + err());
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
        return process.exitValue();
    }

    /** A folder as the process sees it, with its own mounts. */
    Path inside(Path folder) {
        return Path.of("/proc/" + process.pid() + "/root" + folder);
    }

    /** Its standard output, including the log. */
    String out() {
        return read(out);
    }

    /** Its standard error. */
    String err() {
        return read(err);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
