package dev.signalman.app;

import dev.signalman.app.config.ConfigSchema;
import dev.signalman.app.policy.CaseSchema;
import dev.signalman.command.Grammar;
import java.net.URI;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints the JSON Schema of the configuration file, or of a file of cases. */
@Command(
        name = "schema",
        description = "Prints the JSON Schema of signalman.yml, for editors that complete and check it.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
public final class SchemaCommand implements Callable<Integer> {
    /** Any address: the verbs do not depend on it. */
    private static final URI ANYWHERE = URI.create("https://acme.semaphoreci.com");

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--cases", description = "Prints the schema of the cases for \"policy test\" instead.")
    private boolean cases;

    @Override
    public Integer call() {
        var out = Objects.requireNonNull(spec).commandLine().getOut();
        out.println(cases ? CaseSchema.print() : ConfigSchema.print(new Grammar(ANYWHERE)));
        out.flush();
        return 0;
    }
}
