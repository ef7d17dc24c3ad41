package dev.signalman.app;

import dev.signalman.app.config.ConfigurationFault;
import dev.signalman.app.config.ConfigurationReader;
import dev.signalman.app.config.FaultyConfigurationException;
import dev.signalman.app.policy.PolicyTestReport;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tests the rules of promotions. It needs no token, no network and no database. */
@Command(
        name = "policy",
        description = "Tests the rules of promotions.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
public final class PolicyCommand implements Callable<Integer> {
    private static final int FAULTY = 2;

    private final Map<String, String> environment;

    @Spec
    private @Nullable CommandSpec spec;

    public PolicyCommand() {
        this(System.getenv());
    }

    PolicyCommand(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        throw new ParameterException(commandLine(), "Missing command. Use policy test.");
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
