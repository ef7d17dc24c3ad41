package dev.signalman.benchmark;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * From the start of the process to its first acknowledgement, in turns. The database exists already, as after a
 * restart.
 */
public final class StartBenchmark {
    private StartBenchmark() {}

    /** Arguments: Signalman's jar, the stock bot's jar, the class archive, rounds. */
    public static void main(String[] args) throws Exception {
        var directory = Files.createTempDirectory("signalman-start");
        var jar = Path.of(args[0]).toAbsolutePath().toString();
        var archive = "-XX:SharedArchiveFile=" + Path.of(args[2]).toAbsolutePath();
        Map<String, List<String>> peers = new LinkedHashMap<>();
        peers.put("archived", ServerProcess.java(List.of("-XX:TieredStopAtLevel=1", archive), "-jar", jar, "serve"));
        peers.put("signalman", ServerProcess.java(List.of(), "-jar", jar, "serve"));
        peers.put(
                "stock",
                ServerProcess.java(
                        List.of(), "-jar", Path.of(args[1]).toAbsolutePath().toString()));
        Map<String, List<Double>> starts = new LinkedHashMap<>();
        try (var world = new FakeWorld()) {
            for (int round = 0; round <= Integer.parseInt(args[3]); round++) {
                for (var peer : peers.entrySet()) {
                    try (var started =
                            ServerProcess.start(peer.getKey(), peer.getValue(), world.environment(), directory)) {
                        System.out.println(peer.getKey() + " " + started.start().toMillis() + " ms");
                        if (round > 0) {
                            starts.computeIfAbsent(peer.getKey(), name -> new ArrayList<>())
                                    .add((double) started.start().toNanos());
                        }
                    }
                }
            }
        }
        System.out.println("start: with archive and C1 / stock  "
                + Ratio.of(starts.getOrDefault("archived", List.of()), starts.getOrDefault("stock", List.of())));
        System.out.println("start: without / stock              "
                + Ratio.of(starts.getOrDefault("signalman", List.of()), starts.getOrDefault("stock", List.of())));
    }
}
