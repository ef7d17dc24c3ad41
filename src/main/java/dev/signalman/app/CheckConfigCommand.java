package dev.signalman.app;

import dev.signalman.app.config.ConfigurationReader;
import dev.signalman.app.config.FaultyConfigurationException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Reads the configuration and prints every fault, without any connection. */
@Command(
        name = "check-config",
        description = "Reads the configuration and prints every error with its place. Makes no connection.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
public final class CheckConfigCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        var commandLine = Objects.requireNonNull(spec).commandLine();
        try {
            ConfigurationReader.read(System.getenv(), Path.of(""));
            commandLine.getOut().println("The configuration is valid.");
            return 0;
        } catch (FaultyConfigurationException faulty) {
            print(faulty, commandLine.getErr());
            return 1;
        }
    }

    static void print(FaultyConfigurationException faulty, PrintWriter out) {
        var count = faulty.faults().size();
        out.println(count == 1 ? "The configuration has an error:" : "The configuration has " + count + " errors:");
        faulty.faults().forEach(fault -> out.println("  " + fault));
        out.flush();
    }
}
