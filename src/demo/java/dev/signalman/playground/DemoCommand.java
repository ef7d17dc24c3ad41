package dev.signalman.playground;

import dev.signalman.app.Version;
import dev.signalman.playground.face.ClockSpeed;
import dev.signalman.storage.ClosedDatabaseException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
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
        description =
                "Runs the whole bot beside a simulated Slack and a simulated Semaphore, with a page to play in at "
                        + "http://localhost:8080. PORT=8081 moves it.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
public final class DemoCommand implements Callable<Integer> {
    private static final int USUAL_PORT = 8080;
    private static final int HIGHEST_PORT = 65_535;

    private final Map<String, String> environment;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--tour", description = "Plays a scripted day on a free port, prints it, and ends.")
    private boolean tour;

    @Option(names = "--data", description = "Keeps the bot's database in this folder instead of a new temporary one.")
    private @Nullable Path data;

    @Option(
            names = "--speed",
            defaultValue = "1",
            description =
                    "How many times as fast as usual Semaphore's jobs get on, " + ClockSpeed.RANGE + "; usually 1.")
    private String speed = "1";

    @Option(
            names = "--address",
            defaultValue = DemoWorld.LOOPBACK,
            description =
                    "The interface that it listens on, in numbers: 0.0.0.0 lets everybody in who reaches this machine; usually 127.0.0.1.")
    private String address = DemoWorld.LOOPBACK;

    public DemoCommand() {
        this(System.getenv());
    }

    DemoCommand(Map<String, String> environment) {
        this.environment = environment;
    }

    /** An invalid option; the message says what would be right. */
    private static final class WrongException extends Exception {
        private static final long serialVersionUID = 1L;

        WrongException(String sentence) {
            super(sentence);
        }
    }

    @Override
    public Integer call() throws InterruptedException {
        var commandLine = Objects.requireNonNull(spec).commandLine();
        try {
            return run(commandLine.getOut());
        } catch (WrongException wrong) {
            return say(commandLine.getErr(), wrong.getMessage(), 2);
        } catch (ClosedDatabaseException closed) {
            var why = "The database cannot be opened (" + closed.getMessage()
                    + "). Check that no other demo uses the same --data, and that it can be written.";
            return say(commandLine.getErr(), why, 1);
        } catch (IOException broken) {
            return say(commandLine.getErr(), String.valueOf(broken.getMessage()), 1);
        }
    }

    private static int say(PrintWriter err, @Nullable String line, int code) {
        err.println(line);
        err.flush();
        return code;
    }

    private int run(PrintWriter out) throws WrongException, IOException, InterruptedException {
        var times = speed();
        var port = tour ? 0 : port();
        var folder = folder();
        DemoWorld world;
        try {
            world = DemoWorld.start(address, port, folder, tour ? TourPace.HURRIED : TourPace.WATCHED, times);
        } catch (IOException taken) {
            throw new IOException(
                    "Port " + port + " of " + address + " cannot be listened on (" + taken.getMessage()
                            + "). Stop what uses it, or choose another: PORT=8081.",
                    taken);
        }
        if (tour) {
            try (world) {
                return new TourScript(new DemoTour(world, out)).play();
            }
        }
        stay(world, out);
        return 0;
    }

    private static void stay(DemoWorld world, PrintWriter out) throws InterruptedException {
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

    private Path folder() throws IOException {
        if (data == null) {
            return Files.createTempDirectory("signalman-demo");
        }
        try {
            return Files.createDirectories(data);
        } catch (IOException unusable) {
            throw new IOException(
                    "The folder " + data + " cannot be made (" + unusable.getMessage()
                            + "). Choose another for --data.",
                    unusable);
        }
    }

    private int port() throws WrongException {
        var port = environment.getOrDefault("PORT", "").strip();
        if (port.isEmpty()) {
            return USUAL_PORT;
        }
        if (port.matches("[0-9]{1,5}") && Integer.parseInt(port) <= HIGHEST_PORT) {
            return Integer.parseInt(port);
        }
        throw new WrongException(
                "PORT is \"" + port + "\", which is no port: a number up to 65535, such as PORT=8081.");
    }

    private double speed() throws WrongException {
        try {
            double times = Double.parseDouble(speed);
            if (ClockSpeed.isOne(times)) {
                return times;
            }
        } catch (NumberFormatException noNumber) {
            // reported below, together with numbers out of range
        }
        throw new WrongException(
                "--speed is \"" + speed + "\", which is none: a number " + ClockSpeed.RANGE + ", such as 10.");
    }
}
