package dev.signalman.app;

import dev.signalman.app.config.ConfigurationFault;
import dev.signalman.app.config.ConfigurationReader;
import dev.signalman.app.config.FaultyConfigurationException;
import dev.signalman.app.policy.PolicyReplayReport;
import dev.signalman.app.policy.PolicyTestReport;
import dev.signalman.storage.ClosedDatabaseException;
import dev.signalman.storage.Database;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
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
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** Tests the rules of promotions with cases, which needs no token, network or database, and with past requests. */
@Command(
        name = "policy",
        description = "Tests the rules of promotions, and judges past requests by them.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
public final class PolicyCommand implements Callable<Integer> {
    private static final int FAULTY = 2;

    private final Map<String, String> environment;
    private final InstantSource clock;

    @Spec
    private @Nullable CommandSpec spec;

    public PolicyCommand() {
        this(System.getenv(), InstantSource.system());
    }

    PolicyCommand(Map<String, String> environment, InstantSource clock) {
        this.environment = environment;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        throw new ParameterException(commandLine(), "Missing command. Use policy test or policy replay.");
    }

    @Command(
            name = "test",
            description = {
                "Judges the cases in a file by the rules of signalman.yml, and prints each that ends otherwise than it "
                        + "expects.",
                "Makes no connection. Exit code 0: all as expected, 1: some not, 2: a file is faulty."
            },
            mixinStandardHelpOptions = true,
            versionProvider = Version.class)
    int test(
            @Parameters(paramLabel = "FILE", description = "the cases, as YAML") Path file,
            @Option(
                            names = "--config",
                            paramLabel = "FILE",
                            description = "the file with the rules; otherwise the one that SIGNALMAN_CONFIG names, "
                                    + "or signalman.yml")
                    @Nullable
                    Path config) {
        StderrLogging.turn();
        try {
            var rules = ConfigurationReader.rules(config == null ? ConfigurationReader.file(environment) : config);
            return PolicyTestReport.print(rules, file, commandLine().getOut());
        } catch (FaultyConfigurationException faulty) {
            complain(faulty.faults());
            return FAULTY;
        }
    }

    @Command(
            name = "replay",
            description = {
                "Judges the approval requests of the past by the rules of signalman.yml, each at the time when it was "
                        + "decided, and prints those that would end otherwise.",
                "Reads the database; with the embedded one, stop the bot first. Asks Slack who is in which group.",
                "Exit code 0: all would end the same, 1: some would not, 2: it can't be told."
            },
            mixinStandardHelpOptions = true,
            versionProvider = Version.class)
    int replay(
            @Option(
                            names = "--since",
                            paramLabel = "<span>",
                            required = true,
                            converter = SpanReader.class,
                            description = "how far back, in hours, days or weeks, such as 90d")
                    Duration since,
            @Option(
                            names = "--config",
                            paramLabel = "FILE",
                            description = "the file with the rules; otherwise the one that SIGNALMAN_CONFIG names, "
                                    + "or signalman.yml")
                    @Nullable
                    Path config) {
        StderrLogging.turn();
        try {
            var rules = ConfigurationReader.rules(config == null ? ConfigurationReader.file(environment) : config);
            var settings = ConfigurationReader.ledger(environment);
            try (var slack = CurrentGroupMembers.of(ConfigurationReader.slackIfSet(environment), clock);
                    var database = Database.look(settings.database())) {
                return PolicyReplayReport.print(
                        rules,
                        database.jdbi(),
                        slack.people(),
                        clock.instant().minus(since),
                        commandLine().getOut());
            }
        } catch (FaultyConfigurationException faulty) {
            complain(faulty.faults());
        } catch (ClosedDatabaseException closed) {
            unread(
                    closed.kind() == ClosedDatabaseException.Kind.IN_USE
                            ? "the running bot holds the database; stop the bot and run this again"
                            : closed.getMessage());
        } catch (JdbiException failed) {
            unread(LedgerUnavailable.why(failed));
        }
        return FAULTY;
    }

    private void unread(@Nullable String why) {
        var err = commandLine().getErr();
        err.println("Can't read the past requests: " + why + ".");
        err.flush();
    }

    /** Parses the argument of {@code --since}. */
    static final class SpanReader implements ITypeConverter<Duration> {
        @Override
        public Duration convert(String text) {
            if (!text.matches("[1-9][0-9]{0,3}[hdw]")) {
                throw new TypeConversionException("must be a number of hours, days or weeks, such as 36h, 90d or 12w");
            }
            long number = Long.parseLong(text.substring(0, text.length() - 1));
            return switch (text.charAt(text.length() - 1)) {
                case 'h' -> Duration.ofHours(number);
                case 'd' -> Duration.ofDays(number);
                default -> Duration.ofDays(7 * number);
            };
        }
    }

    private void complain(List<ConfigurationFault> faults) {
        var err = commandLine().getErr();
        err.println(faults.size() == 1 ? "There is an error:" : "There are " + faults.size() + " errors:");
        faults.forEach(fault -> err.println("  " + fault));
        err.flush();
    }

    private CommandLine commandLine() {
        return Objects.requireNonNull(spec).commandLine();
    }
}
