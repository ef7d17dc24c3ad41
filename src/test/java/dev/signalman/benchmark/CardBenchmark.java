package dev.signalman.benchmark;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;

/**
 * From the signed request to the card: the whole durable bot, on a file, against a stock bot without storage. Sixteen
 * people ask for a pipeline's state, and ask again when they have the card.
 */
public final class CardBenchmark {
    private static final int LONGEST_SECONDS = 10;

    private CardBenchmark() {}

    /** Arguments: Signalman's jar, the stock bot's jar, rounds, seconds per turn, further flags for Signalman. */
    public static void main(String[] args) throws Exception {
        var directory = Files.createTempDirectory("signalman-cards");
        var ids = new AtomicLong();
        var rounds = new BenchmarkRounds(System.out);
        try (var world = new FakeWorld();
                var signalman = ServerProcess.start(
                        "signalman",
                        ServerProcess.java(
                                List.of(args).subList(4, args.length),
                                "-jar",
                                Path.of(args[0]).toAbsolutePath().toString(),
                                "serve"),
                        world.environment(),
                        directory);
                var stock = ServerProcess.start(
                        "stock",
                        ServerProcess.java(
                                List.of(),
                                "-jar",
                                Path.of(args[1]).toAbsolutePath().toString()),
                        world.environment(),
                        directory)) {
            for (var server : List.of(signalman, stock)) {
                var once = LoadGenerator.on(server.port(), Duration.ofMillis(500), n -> asking(world, ids));
                System.out.println(server.name() + " asks for " + once.good() + " cards: " + world.asked());
            }
            rounds.run(
                    List.of(signalman, stock),
                    Integer.parseInt(args[2]),
                    Duration.ofSeconds(Long.parseLong(args[3])),
                    server -> connection -> asking(world, ids));
        }
        System.out.println("cards: throughput signalman / stock  " + rounds.throughput("signalman", "stock"));
        System.out.println("cards: CPU signalman / stock         " + rounds.cpu("signalman", "stock"));
    }

    private static LoadGenerator.Exchange asking(FakeWorld world, AtomicLong ids) {
        var requests = new SignedRequestGenerator(InstantSource.system());
        return connection -> {
            var id = Long.toHexString(ids.incrementAndGet());
            var card = world.card(id);
            var body =
                    SignedRequestGenerator.command("status pipeline " + FakeWorld.PIPELINE, id, world.responseUrl(id));
            if (connection.exchange(requests.request(body)) != 200) {
                return false;
            }
            try {
                return card.get(LONGEST_SECONDS, TimeUnit.SECONDS);
            } catch (TimeoutException lost) {
                return false;
            }
        };
    }
}
