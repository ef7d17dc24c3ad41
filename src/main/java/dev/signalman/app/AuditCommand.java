package dev.signalman.app;

import dev.signalman.app.config.ConfigurationReader;
import dev.signalman.app.config.FaultyConfigurationException;
import dev.signalman.app.config.LedgerSettings;
import dev.signalman.feature.audit.LedgerHasher;
import dev.signalman.feature.audit.LedgerHead;
import dev.signalman.feature.audit.LedgerJson;
import dev.signalman.feature.audit.LedgerSource;
import dev.signalman.feature.audit.UnkeyedRowAdoption;
import dev.signalman.storage.ClosedDatabaseException;
import dev.signalman.storage.Database;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/**
 * Reads the ledger, also while the bot runs, and adopts old unkeyed rows. It needs no token, only the database and the
 * keys.
 */
@Command(
        name = "audit",
        description = "Reads the ledger: every act, who asked for it, and its outcome.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
public final class AuditCommand implements Callable<Integer> {
    private final Map<String, String> environment;

    @Spec
    private @Nullable CommandSpec spec;

    public AuditCommand() {
        this(System.getenv());
    }

    AuditCommand(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        throw new ParameterException(
                commandLine(), "Missing command. Use audit verify, audit export, audit head or audit adopt.");
    }

    @Command(
            name = "verify",
            description =
                    "Checks every row of the ledger, and names those that were altered, removed, inserted or moved.",
            mixinStandardHelpOptions = true,
            versionProvider = Version.class)
    int verify(
            @Option(
                            names = "--head",
                            paramLabel = "<n:hash>",
                            converter = HeadReader.class,
                            description =
                                    "where the ledger once ended, as \"audit head\" printed it: finds a cut tail too")
                    @Nullable
                    LedgerHead head) {
        return read((ledger, settings) -> {
            var ledgerHasher = new LedgerHasher(settings.keyring());
            return new LedgerVerificationReport(out()).print(ledger.verify(ledgerHasher, head), head);
        });
    }

    @Command(
            name = "export",
            description = "Prints every row as a line of JSON.",
            mixinStandardHelpOptions = true,
            versionProvider = Version.class)
    int export() {
        return read((ledger, settings) -> {
            ledger.each(row -> out().println(LedgerJson.write(row)));
            return 0;
        });
    }

    @Command(
            name = "head",
            description = "Prints the ledger's head, to keep elsewhere.",
            mixinStandardHelpOptions = true,
            versionProvider = Version.class)
    int head() {
        return read((ledger, settings) -> {
            out().println(ledger.head());
            return 0;
        });
    }

    @Command(
            name = "adopt",
            description = {
                "Vouches, once, for rows that were written before a key was set, by a head that you kept "
                        + "elsewhere.",
                "Writes one row. With the embedded database, stop the bot first."
            },
            mixinStandardHelpOptions = true,
            versionProvider = Version.class)
    int adopt(
            @Option(
                            names = "--head",
                            paramLabel = "<n:hash>",
                            required = true,
                            converter = HeadReader.class,
                            description =
                                    "a head printed by \"audit head\": of the last row without a key, or a later one")
                    LedgerHead head) {
        LedgerSettings settings;
        try {
            settings = ConfigurationReader.ledger(environment);
        } catch (FaultyConfigurationException faulty) {
            CheckConfigCommand.print(faulty, commandLine().getErr());
            return 1;
        }
        StderrLogging.turn();
        try (var database = Database.look(settings.database())) {
            var adoption =
                    new UnkeyedRowAdoption(database, new LedgerHasher(settings.keyring()), InstantSource.system());
            return new LedgerVerificationReport(out())
                    .print(adoption.by(System.getProperty("user.name", ""), head), head);
        } catch (ClosedDatabaseException closed) {
            return unread(
                    closed.kind() == ClosedDatabaseException.Kind.IN_USE
                            ? "the running bot holds the database; stop the bot and run this again"
                            : closed.getMessage());
        } catch (JdbiException failed) {
            return unread(LedgerUnavailable.why(failed));
        }
    }

    /** A use of the ledger; returns the exit code. */
    private interface Reading {
        int of(LedgerSource ledger, LedgerSettings settings) throws IOException;
    }

    private int read(Reading reading) {
        LedgerSettings settings;
        try {
            settings = ConfigurationReader.ledger(environment);
        } catch (FaultyConfigurationException faulty) {
            CheckConfigCommand.print(faulty, commandLine().getErr());
            return 1;
        }
        StderrLogging.turn();
        try (var ledger = LedgerSource.open(settings.database())) {
            int code = reading.of(ledger, settings);
            out().flush();
            return code;
        } catch (ClosedDatabaseException closed) {
            return unread(
                    closed.kind() == ClosedDatabaseException.Kind.NOT_YET
                            ? "there is no database yet; serve creates it in the folder data/ of its working directory on "
                                    + "first start"
                            : closed.getMessage());
        } catch (JdbiException failed) {
            return unread(LedgerUnavailable.why(failed));
        } catch (IOException | IllegalArgumentException failed) {
            return unread("the running bot holds the database, and reading it through the bot failed: "
                    + failed.getMessage() + ". Run this as the bot's user, or stop the bot");
        }
    }

    private int unread(@Nullable String why) {
        out().flush();
        var err = commandLine().getErr();
        err.println("Can't read the ledger: " + why + ".");
        err.flush();
        return 1;
    }

    private CommandLine commandLine() {
        return Objects.requireNonNull(spec).commandLine();
    }

    private PrintWriter out() {
        return commandLine().getOut();
    }

    /** Parses the argument of {@code --head}. */
    static final class HeadReader implements ITypeConverter<LedgerHead> {
        @Override
        public LedgerHead convert(String text) {
            try {
                return LedgerHead.read(text);
            } catch (IllegalArgumentException wrong) {
                throw new TypeConversionException(String.valueOf(wrong.getMessage()));
            }
        }
    }
}
