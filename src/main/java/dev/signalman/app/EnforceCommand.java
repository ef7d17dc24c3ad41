package dev.signalman.app;

import dev.signalman.app.checks.JavaRuntime;
import dev.signalman.app.config.Configuration;
import dev.signalman.app.config.ConfigurationReader;
import dev.signalman.app.config.FaultyConfigurationException;
import dev.signalman.feature.enforcement.EnforcementPlan;
import dev.signalman.feature.enforcement.EnforcementPlan.Entry;
import dev.signalman.feature.enforcement.EnforcementPlan.Step;
import dev.signalman.semaphore.SemaphoreException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Prints what the bot would change in Semaphore so that deployment targets enforce the rules. Changes nothing. */
@Command(
        name = "enforce",
        description =
                "Prints what serve would change in Semaphore's deployment targets for rules with enforce: target. "
                        + "Changes nothing.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:Nothing would change.", "1:Something would change, or couldn't be read."},
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
public final class EnforceCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--plan", description = "Print what would change. Required: serve makes the changes.")
    private boolean plan;

    @Override
    public Integer call() {
        var commandLine = Objects.requireNonNull(spec).commandLine();
        if (!plan) {
            throw new ParameterException(
                    commandLine, "Missing --plan: serve makes the changes, this only prints them.");
        }
        Configuration configuration;
        try {
            configuration = ConfigurationReader.read(System.getenv(), Path.of(""));
        } catch (FaultyConfigurationException faulty) {
            CheckConfigCommand.print(faulty, commandLine.getErr());
            return 1;
        }
        StderrLogging.turn();
        try {
            return print(planned(configuration, InstantSource.system(), JavaRuntime.thisOne()), commandLine.getOut());
        } catch (SemaphoreException silent) {
            commandLine.getErr().println("Semaphore didn't return the projects: " + silent.words());
            commandLine.getErr().flush();
            return 1;
        }
    }

    /** Compares Semaphore with the rules. */
    static List<Entry> planned(Configuration configuration, InstantSource clock, JavaRuntime javaRuntime) {
        try (var parts = OfflineParts.of(configuration, clock, javaRuntime)) {
            return parts.part(EnforcementPlan.class).entries();
        }
    }

    /** Prints the entries; returns 1 when something is to be done or unknown, else 0. */
    static int print(List<Entry> entries, PrintWriter out) {
        for (var entry : entries) {
            out.println(tidy(entry.name() + " of " + entry.project()) + ": " + words(entry.step()));
            entry.lines().forEach(line -> out.println("  " + tidy(line)));
        }
        if (entries.isEmpty()) {
            out.println("No rule has enforce: target.");
        } else if (entries.stream().allMatch(entry -> entry.step() == Step.NOTHING)) {
            out.println("Nothing would change.");
        }
        out.flush();
        return entries.stream().allMatch(entry -> entry.step() == Step.NOTHING) ? 0 : 1;
    }

    /** Names and patterns of Semaphore without what a terminal would obey. */
    private static String tidy(String line) {
        return line.replaceAll("[\\p{Cc}\\p{Cf}]+", " ");
    }

    private static String words(Step step) {
        return switch (step) {
            case NOTHING -> "enforced by Semaphore";
            case CHANGE -> "would change";
            case CREATE -> "has no deployment target";
            case UNKNOWN -> "can't be told";
        };
    }
}
