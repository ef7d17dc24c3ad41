package dev.signalman.playground;

import dev.signalman.app.Version;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs the whole bot beside a simulated Slack and a simulated Semaphore: no account, no token, no network. */
@Command(
        name = "demo",
        description = "Runs the whole bot beside a simulated Slack and a simulated Semaphore.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
public final class DemoCommand implements Callable<Integer> {
    private static final int USUAL_PORT = 8080;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--tour", description = "Plays a scripted day on a free port, prints it, and ends.")
    private boolean tour;

    @Option(names = "--data", description = "Keeps the bot's database in this folder instead of a new temporary one.")
    private @Nullable Path data;

    @Override
    public Integer call() throws IOException, InterruptedException {
        var commandLine = Objects.requireNonNull(spec).commandLine();
        var folder = data == null ? Files.createTempDirectory("signalman-demo") : data;
        if (tour) {
            return tour(folder, commandLine.getOut());
        }
        var port = port();
        try {
            stay(port, folder, commandLine.getOut());
            return 0;
        } catch (IOException taken) {
            commandLine
                    .getErr()
                    .println("Port " + port + " cannot be listened on (" + taken.getMessage()
                            + "). Stop what uses it, or choose another: PORT=8081.");
            commandLine.getErr().flush();
            return 1;
        }
    }

    private static int tour(Path folder, PrintWriter out) throws IOException, InterruptedException {
        try (var world = World.start(freePort(), folder, Duration.ofSeconds(1))) {
            return new Tour(world, out).play() ? 0 : 1;
        }
    }

    private static void stay(int port, Path folder, PrintWriter out) throws IOException, InterruptedException {
        var world = World.start(port, folder, Duration.ofSeconds(2));
        var ended = new CountDownLatch(1);
        Runnable end = () -> {
            world.close();
            ended.countDown();
        };
        Runtime.getRuntime().addShutdownHook(new Thread(end, "shutdown"));
        out.println("The demo is at http://localhost:" + world.port() + " (Ctrl-C ends it)");
        out.flush();
        ended.await();
    }

    private static int port() {
        var port = System.getenv("PORT");
        return port != null && port.matches("[0-9]{1,5}") ? Integer.parseInt(port) : USUAL_PORT;
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
