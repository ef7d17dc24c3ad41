package dev.signalman.app;

import dev.signalman.app.config.Configuration;
import dev.signalman.app.config.ConfigurationReader;
import dev.signalman.app.config.FaultyConfigurationException;
import dev.signalman.storage.ClosedDatabaseException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Runs the bot until the process is told to end. */
@Command(
        name = "serve",
        description = "Runs the bot. It is configured by environment variables and signalman.yml.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
public final class ServeCommand implements Callable<Integer> {
    private static final Logger LOG = LoggerFactory.getLogger(ServeCommand.class);

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        return run(Objects.requireNonNull(spec).commandLine().getErr());
    }

    /** The same as the command line's {@code serve} without options. */
    public static int run(PrintWriter err) throws InterruptedException {
        Configuration configuration;
        try {
            configuration = ConfigurationReader.read(System.getenv(), Path.of(""));
        } catch (FaultyConfigurationException faulty) {
            CheckConfigCommand.print(faulty, err);
            return 2;
        }
        try {
            serve(configuration);
            return 0;
        } catch (IOException taken) {
            var admin = configuration.admin();
            var ports = "Port " + configuration.port()
                    + (admin == null ? "" : ", or port " + admin.port() + " of " + admin.address() + ",");
            err.println(
                    ports + " is not available (" + taken.getMessage() + "). Stop the program that uses it, or set PORT"
                            + (admin == null ? "" : ", or ADMIN_PORT and ADMIN_ADDRESS,") + " to another port.");
            err.flush();
            return 1;
        } catch (ClosedDatabaseException closed) {
            err.println("Can't open the database (" + closed.getMessage() + "). "
                    + whatToDo(closed, configuration.database().embedded()));
            err.flush();
            return 1;
        }
    }

    private static String whatToDo(ClosedDatabaseException closed, boolean embedded) {
        if (closed.kind() == ClosedDatabaseException.Kind.NOT_OURS) {
            return "Its login can't change the tables. Run \"migrate\" first, with the DATABASE_URL of the "
                    + "login that owns them.";
        }
        var remedy = closed.remedy();
        if (remedy != null) {
            return remedy;
        }
        return embedded
                ? "Check that no other process uses the files in data/, and that Signalman can write there. "
                        + "doctor tells which it is."
                : "Check DATABASE_URL, and that the server is running.";
    }

    private static void serve(Configuration configuration) throws IOException, InterruptedException {
        var bot = Bot.start(
                configuration, InstantSource.system(), () -> UUID.randomUUID().toString(), List.of());
        var ended = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(bot, ended), "shutdown"));
        SighupHandler.calls(() -> bot.reload(() -> ConfigurationReader.again(System.getenv(), Path.of(""))));
        bot.watch().start();
        LOG.info("Listening on port {} for {}", bot.port(), configuration.semaphore());
        var admin = configuration.admin();
        if (admin != null) {
            LOG.info("Health and metrics: port {} of {}", bot.adminPort(), admin.address());
        }
        ended.await();
    }

    private static void end(Bot bot, CountDownLatch ended) {
        LOG.info("Shutting down: finishing accepted work");
        bot.close();
        LOG.info("Stopped");
        ended.countDown();
    }
}
