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
        return commandLine(arguments).execute(arguments);
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
