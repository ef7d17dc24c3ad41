package dev.signalman;

import dev.signalman.app.AuditCommand;
import dev.signalman.app.CheckConfigCommand;
import dev.signalman.app.DoctorCommand;
import dev.signalman.app.EnforceCommand;
import dev.signalman.app.MigrateCommand;
import dev.signalman.app.PolicyCommand;
import dev.signalman.app.SchemaCommand;
import dev.signalman.app.ServeCommand;
import dev.signalman.app.Version;
import dev.signalman.playground.DemoCommand;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The root of the command line. */
@Command(
        name = "signalman",
        description = "A Slack bot for Semaphore CI: run, watch, stop and promote pipelines from the channel.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class Signalman implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    /** Runs the command line and returns the exit code: 0 done, 1 a fault was found, 2 wrong usage. */
    static int run(String... arguments) {
        return List.of(arguments).equals(List.of("serve"))
                ? serve()
                : commandLine(arguments).execute(arguments);
    }

    /** Without picocli: no class archive takes its classes, which are of Java 5, and reading them is a sixth of a start. */
    private static int serve() {
        try {
            var err = new FileOutputStream(FileDescriptor.err);
            return ServeCommand.run(new PrintWriter(err, true, Charset.defaultCharset()));
        } catch (InterruptedException | RuntimeException unexpected) {
            unexpected.printStackTrace(); // as picocli does
            return 1;
        }
    }

    /** Every command; without the demo for {@code serve}, so that the bot itself loads nothing of it. */
    static CommandLine commandLine(String... arguments) {
        var commands = new CommandLine(new Signalman()).addSubcommand(ServeCommand.class);
        if (arguments.length == 0 || !arguments[0].equals("serve")) {
            commands.addSubcommand(DemoCommand.class);
        }
        return commands.addSubcommand(CheckConfigCommand.class)
                .addSubcommand(SchemaCommand.class)
                .addSubcommand(DoctorCommand.class)
                .addSubcommand(EnforceCommand.class)
                .addSubcommand(AuditCommand.class)
                .addSubcommand(PolicyCommand.class)
                .addSubcommand(MigrateCommand.class);
    }

    @Override
    public Integer call() {
        var commands = Objects.requireNonNull(spec).commandLine();
        throw new ParameterException(commands, "Missing command. Try \"demo --tour\" or \"serve\".");
    }
}
