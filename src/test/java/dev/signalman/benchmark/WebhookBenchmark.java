package dev.signalman.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * How fast Semaphore's notifications are answered at a given rate. They are sent on schedule whether earlier ones were
 * answered or not, and timed from their scheduled time, so a standstill shows. All are new, signed, and of a pipeline
 * that the bot then reads.
 */
public final class WebhookBenchmark {
    private static final String SECRET = "shared-with-semaphore";
    private static final Duration WARM_UP = Duration.ofSeconds(10);
    private static final int CONNECTIONS = 32;

    private WebhookBenchmark() {}

    /** Arguments: notifications per second, seconds. */
    public static void main(String[] args) throws Exception {
        int perSecond = Integer.parseInt(args[0]);
        var directory = Files.createTempDirectory("signalman-webhook");
        try (var world = new FakeWorld()) {
            var environment = new HashMap<>(world.environment());
            environment.put("SEMAPHORE_WEBHOOK_SECRET", SECRET);
            try (var signalman = ServerProcess.start("signalman", ServerProcess.serving(), environment, directory)) {
                run(signalman.port(), perSecond, WARM_UP);
                var cpu = signalman.cpu();
                var answers = run(signalman.port(), perSecond, Duration.ofSeconds(Long.parseLong(args[1])));
                var spent = signalman.cpu().minus(cpu);
                System.out.printf(
                        Locale.ROOT,
                        "webhook: %d deliveries at %d a second, %d not answered with 200%n",
                        answers.times().size(),
                        perSecond,
                        answers.bad().get());
                System.out.println("webhook: answered within  "
                        + Distribution.of(answers.times().stream().mapToDouble(nanos -> nanos / 1e6))
                                .in(" ms"));
                System.out.printf(
                        Locale.ROOT,
                        "webhook: processor time   %.2f ms a delivery, all work included%n",
                        spent.toNanos() / 1e6 / answers.times().size());
            }
        }
    }

    private record Answers(Queue<Long> times, AtomicInteger bad) {}

    private static Answers run(int port, int perSecond, Duration length) throws InterruptedException {
        var answers = new Answers(new ConcurrentLinkedQueue<>(), new AtomicInteger());
        var next = new AtomicLong();
        long all = perSecond * length.toSeconds();
        long began = System.nanoTime();
        var threads = Executors.newFixedThreadPool(CONNECTIONS);
        for (int n = 0; n < CONNECTIONS; n++) {
            var unused = threads.submit(() -> {
                try (var connection = new KeptConnection(port)) {
                    for (long i = next.getAndIncrement(); i < all; i = next.getAndIncrement()) {
                        var request = request();
                        long due = began + i * 1_000_000_000L / perSecond;
                        for (long wait = due - System.nanoTime(); wait > 0; wait = due - System.nanoTime()) {
                            LockSupport.parkNanos(wait);
                        }
                        if (connection.exchange(request) != 200) {
                            answers.bad().incrementAndGet();
                        }
                        answers.times().add(System.nanoTime() - due);
                    }
                }
                return null;
            });
        }
        threads.shutdown();
        if (!threads.awaitTermination(length.toSeconds() + 60, TimeUnit.SECONDS)) {
            throw new IllegalStateException("The deliveries did not come to their end");
        }
        return answers;
    }

    private static byte[] request() throws GeneralSecurityException {
        var body = """
                {"version":"1.0.0","organization":{"name":"acme"},"project":{"name":"web"},"repository":{"slug":"acme/web"},
                 "revision":{"sender":{"login":"alice","email":"alice@acme.test"},"reference_type":"branch","branch":{"name":"main"}},
                 "pipeline":{"id":"%s","name":"Build","state":"done","result":"passed"},"blocks":[]}""".formatted(FakeWorld.PIPELINE).getBytes(UTF_8);
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET.getBytes(UTF_8), "HmacSHA256"));
        var head = String.join(
                        "\r\n",
                        List.of(
                                "POST /semaphore/webhook HTTP/1.1",
                                "Host: 127.0.0.1",
                                "Content-Type: application/json",
                                "X-Semaphore-Webhook-Id: " + UUID.randomUUID(),
                                "X-Semaphore-Signature-256: " + HexFormat.of().formatHex(mac.doFinal(body)),
                                "Content-Length: " + body.length))
                + "\r\n\r\n";
        var first = head.getBytes(UTF_8);
        var whole = new byte[first.length + body.length];
        System.arraycopy(first, 0, whole, 0, first.length);
        System.arraycopy(body, 0, whole, first.length, body.length);
        return whole;
    }
}
