package dev.signalman.app;

import dev.signalman.app.checks.JavaRuntime;
import dev.signalman.app.config.Configuration;
import dev.signalman.app.config.ConfigurationReader;
import dev.signalman.app.config.FaultyConfigurationException;
import dev.signalman.checkup.CheckResult;
import dev.signalman.checkup.CheckResult.State;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Runs all checks and prints a line for each: the finding, and what to do. */
@Command(
        name = "doctor",
        description = "Checks Slack, Semaphore, the database and the machine, and says how to fix problems.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
public final class DoctorCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        var commandLine = Objects.requireNonNull(spec).commandLine();
        Configuration configuration;
        try {
            configuration = ConfigurationReader.read(System.getenv(), Path.of(""));
        } catch (FaultyConfigurationException faulty) {
            CheckConfigCommand.print(faulty, commandLine.getErr());
            return 1;
        }
        StderrLogging.turn();
        return print(
                OfflineCheckup.of(configuration, InstantSource.system(), JavaRuntime.thisOne()), commandLine.getOut());
    }

    /** Prints the results; returns 1 when something is wrong, else 0. */
    static int print(List<CheckResult> checkResults, PrintWriter out) {
        for (var checkResult : checkResults) {
            out.printf("%-14s %s: %s%n", checkResult.state().word(), checkResult.what(), checkResult.sentences());
        }
        out.println();
        out.println(Stream.of(State.values())
                .map(state -> count(checkResults, state) + " " + state.word())
                .collect(Collectors.joining(", ")));
        out.flush();
        return count(checkResults, State.WRONG) == 0 ? 0 : 1;
    }

    private static long count(List<CheckResult> checkResults, State state) {
        return checkResults.stream().filter(each -> each.state() == state).count();
    }
}
