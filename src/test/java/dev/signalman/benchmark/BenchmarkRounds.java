package dev.signalman.benchmark;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Puts the same load on each peer in turn, and compares within each round; the first rounds only warm up. */
final class BenchmarkRounds {
    private static final int WARM_UP = 2;

    private final Map<String, List<Turn>> turns = new LinkedHashMap<>();
    private final PrintStream out;

    /** One peer's part of a round. */
    record Turn(LoadGenerator.Result result, Duration cpu) {
        double cpuMicros() {
            return cpu.toNanos() / 1e3 / Math.max(1, result.good());
        }
    }

    BenchmarkRounds(PrintStream out) {
        this.out = out;
    }

    void run(
            List<ServerProcess> servers,
            int rounds,
            Duration length,
            Function<ServerProcess, LoadGenerator.Traffic> traffic)
            throws InterruptedException {
        for (int round = 0; round < WARM_UP + rounds; round++) {
            for (var server : servers) {
                var before = server.cpu();
                var result = LoadGenerator.on(server.port(), length, traffic.apply(server));
                var turn = new Turn(result, server.cpu().minus(before));
                out.printf(
                        "%s %-10s %8.0f/s %8.1f us CPU each, %d failed%n",
                        round < WARM_UP ? "warm-up" : "round  ",
                        server.name(),
                        result.perSecond(),
                        turn.cpuMicros(),
                        result.bad());
                if (round >= WARM_UP) {
                    turns.computeIfAbsent(server.name(), name -> new ArrayList<>())
                            .add(turn);
                }
            }
        }
    }

    /** Ratio of exchanges per second. */
    Ratio throughput(String one, String other) {
        return ratio(one, other, turn -> turn.result().perSecond());
    }

    /** Ratio of processor time per exchange. */
    Ratio cpu(String one, String other) {
        return ratio(one, other, Turn::cpuMicros);
    }

    private Ratio ratio(String one, String other, Function<Turn, Double> figure) {
        return Ratio.of(figures(one, figure), figures(other, figure));
    }

    private List<Double> figures(String peer, Function<Turn, Double> figure) {
        return turns.getOrDefault(peer, List.of()).stream().map(figure).toList();
    }
}
