package dev.signalman.benchmark;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Acknowledgement alone: Signalman's edge against the bare floor on the same server, and against a stock bot. */
public final class EdgeBenchmark {
    private EdgeBenchmark() {}

    /** Arguments: the stock bot's jar, rounds, seconds per turn. */
    public static void main(String[] args) throws Exception {
        var directory = Files.createTempDirectory("signalman-edge");
        var ids = new AtomicLong();
        var rounds = new BenchmarkRounds(System.out);
        try (var world = new FakeWorld();
                var floor = ServerProcess.start(
                        "floor", ServerProcess.java(FloorServer.class), world.environment(), directory);
                var edge = ServerProcess.start(
                        "signalman", ServerProcess.java(EdgeServer.class), world.environment(), directory);
                var stock = ServerProcess.start(
                        "stock",
                        ServerProcess.java(
                                List.of(),
                                "-jar",
                                Path.of(args[0]).toAbsolutePath().toString()),
                        world.environment(),
                        directory)) {
            rounds.run(
                    List.of(floor, edge, stock),
                    Integer.parseInt(args[1]),
                    Duration.ofSeconds(Long.parseLong(args[2])),
                    server -> connection -> commands(ids));
        }
        System.out.println("edge: throughput signalman / floor  " + rounds.throughput("signalman", "floor"));
        System.out.println("edge: throughput stock / floor      " + rounds.throughput("stock", "floor"));
        System.out.println("edge: throughput signalman / stock  " + rounds.throughput("signalman", "stock"));
        System.out.println("edge: CPU signalman / floor         " + rounds.cpu("signalman", "floor"));
        System.out.println("edge: CPU signalman / stock         " + rounds.cpu("signalman", "stock"));
    }

    private static LoadGenerator.Exchange commands(AtomicLong ids) {
        var requests = new SignedRequestGenerator(InstantSource.system());
        return connection -> {
            var id = Long.toHexString(ids.incrementAndGet());
            var body =
                    SignedRequestGenerator.command("projects", id, "https://hooks.slack.com/commands/T0001/5678/" + id);
            return connection.exchange(requests.request(body)) == 200;
        };
    }
}
