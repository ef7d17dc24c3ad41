package dev.signalman.browser;

import static org.awaitility.Awaitility.await;

import dev.signalman.harness.PackagedJar;
import dev.signalman.storage.TestDatabase;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/** {@code java -jar signalman.jar demo}, as in docs/playground.md, on a free port. */
final class Demo implements AutoCloseable {
    private static final Pattern ADDRESS = Pattern.compile("http://localhost:[0-9]+");
    private static final Duration TO_START = Duration.ofSeconds(60);

    private final Process process;
    private final URI address;

    private Demo(Process process, URI address) {
        this.process = process;
        this.address = address;
    }

    static Demo start() throws IOException {
        var out = Files.createTempFile("demo", ".txt");
        var command = PackagedJar.command();
        command.addAll(List.of("demo", "--data=" + data()));
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(out.toFile());
        builder.environment().put("PORT", "0");
        var process = builder.start();
        await("the demo says where it is").atMost(TO_START).until(() -> {
            if (!process.isAlive()) {
                throw new IllegalStateException("It ended with " + process.exitValue() + ":\n" + Files.readString(out));
            }
            return ADDRESS.matcher(Files.readString(out)).find();
        });
        var found = ADDRESS.matcher(Files.readString(out));
        return new Demo(
                process, URI.create(found.results().findFirst().orElseThrow().group() + "/"));
    }

    /** Where the tables are already: creating them takes a demo more than a second. */
    private static Path data() throws IOException {
        var folder = Files.createTempDirectory("signalman-demo");
        TestDatabase.layOut(folder.resolve("signalman"));
        return folder;
    }

    URI address() {
        return address;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
