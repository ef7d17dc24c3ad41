package dev.signalman.app;

import dev.signalman.app.config.ConfigurationReader;
import dev.signalman.app.config.FaultyConfigurationException;
import dev.signalman.storage.ClosedDatabaseException;
import dev.signalman.storage.Database;
import dev.signalman.storage.Migrations;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * Creates and migrates the tables with the login that owns them, so the bot's login need not be able to. It needs no
 * token.
 */
@Command(
        name = "migrate",
        description = "Creates or updates the database's tables, for a bot whose own login can't.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
public final class MigrateCommand implements Callable<Integer> {
    /** The folder above the migrations of all packages. */
    static final Migrations ALL = new Migrations("dev/signalman");

    private final Map<String, String> environment;

    @Spec
    private @Nullable CommandSpec spec;

    public MigrateCommand() {
        this(System.getenv());
    }

    MigrateCommand(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        var commandLine = Objects.requireNonNull(spec).commandLine();
        StderrLogging.turn();
        try {
            var address = ConfigurationReader.ledger(environment).database();
            Database.open(address, List.of(ALL)).close();
            commandLine.getOut().println("The tables are up to date.");
            commandLine.getOut().flush();
            return 0;
        } catch (FaultyConfigurationException faulty) {
            CheckConfigCommand.print(faulty, commandLine.getErr());
        } catch (ClosedDatabaseException closed) {
            commandLine
                    .getErr()
                    .println("The tables could not be updated: " + closed.getMessage() + "."
                            + (closed.remedy() == null ? "" : " " + closed.remedy()));
            commandLine.getErr().flush();
        }
        return 1;
    }
}
