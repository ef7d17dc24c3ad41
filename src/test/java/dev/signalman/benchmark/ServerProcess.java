package dev.signalman.benchmark;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A measured server in a separate process. */
final class ServerProcess implements AutoCloseable {
    private static final Duration LONGEST_START = Duration.ofSeconds(60);
    private static final List<String> FLAGS = List.of("-XX:+UseSerialGC", "-Xmx256m", "-Dfile.encoding=UTF-8");

    private final String name;
    private final Process process;
    private final int port;
    private final Duration start;

    private ServerProcess(String name, Process process, int port, Duration start) {
        this.name = name;
        this.process = process;
        this.port = port;
        this.start = start;
    }

    /** The common flags, further ones, and what to run. */
    static List<String> java(List<String> further, String... what) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(FLAGS);
        command.addAll(further);
        command.addAll(List.of(what));
        return command;
    }

    /** Runs a class of these tests. */
    static List<String> java(Class<?> main) {
        return java(List.of(), "-cp", System.getProperty("java.class.path"), main.getName());
    }

    /** Runs the bot from the same classes. */
    static List<String> serving() {
        return java(List.of(), "-cp", System.getProperty("java.class.path"), "dev.signalman.Main", "serve");
    }

    /** Starts it in {@code directory}, and returns after its first acknowledgement. */
    static ServerProcess start(String name, List<String> command, Map<String, String> environment, Path directory)
            throws IOException, InterruptedException {
        int port = freePort();
        var builder = new ProcessBuilder(name.equals(System.getenv("PROFILE")) ? profiled(command, directory) : command)
                .directory(Files.createDirectories(directory).toFile());
        builder.environment().putAll(environment);
        builder.environment().put("PORT", Integer.toString(port));
        builder.environment().put("SLACK_SIGNING_SECRET", SignedRequestGenerator.SECRET);
        builder.redirectErrorStream(true)
                .redirectOutput(directory.resolve(name + ".log").toFile());
        long began = System.nanoTime();
        var process = builder.start();
        var requests = new SignedRequestGenerator(InstantSource.system());
        while (System.nanoTime() - began < LONGEST_START.toNanos() && process.isAlive()) {
            if (acknowledges(port, requests)) {
                return new ServerProcess(name, process, port, Duration.ofNanos(System.nanoTime() - began));
            }
            TimeUnit.MILLISECONDS.sleep(2);
        }
        process.destroy();
        throw new IOException(name + " did not start; see its log in " + directory);
    }

    private static List<String> profiled(List<String> command, Path directory) {
        var profiled = new ArrayList<>(command);
        var recording = directory.resolve("profile.jfr");
        profiled.add(1, "-XX:StartFlightRecording=settings=profile,delay=10s,dumponexit=true,filename=" + recording);
        return profiled;
    }

    private static boolean acknowledges(int port, SignedRequestGenerator requests) {
        var body = SignedRequestGenerator.command(
                "help", Long.toHexString(System.nanoTime()), "https://hooks.slack.com/commands/T0001/1/a");
        try (var connection = new KeptConnection(port)) {
            return connection.exchange(requests.request(body)) == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    String name() {
        return name;
    }

    int port() {
        return port;
    }

    /** Time from the start to the first acknowledgement. */
    Duration start() {
        return start;
    }

    /** Processor time so far. */
    Duration cpu() {
        return process.toHandle().info().totalCpuDuration().orElseThrow();
    }

    /** Asks it to end, then kills it if needed. */
    @Override
    public void close() {
        process.destroy();
        process.onExit().completeOnTimeout(process, 30, TimeUnit.SECONDS).join();
        process.destroyForcibly();
    }
}
