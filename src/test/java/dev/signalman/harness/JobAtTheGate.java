package dev.signalman.harness;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A job's curl at the gate: asks again after each 503 and each call that gets no answer, as {@code --retry} does, and ends
 * with any other answer.
 */
public final class JobAtTheGate implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    /** As {@code --max-time} in docs/gate.md, for calls that are held for a second. */
    private static final Duration LONGEST_CALL = Duration.ofSeconds(10);

    private static final int TRY_LATER = 503;

    private final List<String> log = new CopyOnWriteArrayList<>();
    private final Thread thread;
    private volatile int status;
    private volatile boolean gone;

    private JobAtTheGate(Supplier<HttpRequest> request) {
        thread = new Thread(() -> ask(request), "job-at-the-gate");
        thread.setDaemon(true);
        thread.start();
    }

    /** A job of a deploy asks with its own token. */
    public static JobAtTheGate asks(Dialogue bot, String pipelineId, String block, String job) {
        return asks(bot.port(), bot.semaphore().jobToken(pipelineId, block, job));
    }

    /** Asks with a token, a second per call. */
    public static JobAtTheGate asks(int port, String token) {
        return asks(() -> port, token);
    }

    /** Asks whichever bot has the port at that time. */
    public static JobAtTheGate asks(IntSupplier port, String token) {
        return new JobAtTheGate(
                () -> HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port.getAsInt() + "/gate?wait=1"))
                        .header("Authorization", "Bearer " + token)
                        .timeout(LONGEST_CALL)
                        .build());
    }

    private void ask(Supplier<HttpRequest> request) {
        var client = HttpClient.newHttpClient();
        while (!gone) {
            try {
                var response = client.send(request.get(), BodyHandlers.ofString());
                log.add(response.body().strip());
                if (response.statusCode() != TRY_LATER) {
                    status = response.statusCode();
                    return;
                }
            } catch (IOException refused) {
                log.add("curl: " + refused.getMessage());
            } catch (InterruptedException stopped) {
                return;
            }
        }
    }

    /** The last line of the job's log, once it holds these words. */
    public String reads(String words) {
        return await("the log says " + words)
                .atMost(PATIENCE)
                .until(() -> last() == null ? "" : last(), line -> line.contains(words));
    }

    private @Nullable String last() {
        return log.isEmpty() ? null : log.get(log.size() - 1);
    }

    /** The final status, once there is one. */
    public int status() {
        return await("the gate answers").atMost(PATIENCE).until(() -> status, got -> got != 0);
    }

    /** Whether it still asks. */
    public boolean waits() {
        return status == 0;
    }

    /** Everything that the job's log shows. */
    public List<String> log() {
        return List.copyOf(log);
    }

    @Override
    public void close() {
        gone = true;
        thread.interrupt();
    }
}
