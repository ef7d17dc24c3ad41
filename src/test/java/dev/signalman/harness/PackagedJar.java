package dev.signalman.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The packaged jar, started with a class archive, which halves the start time. */
public final class PackagedJar {
    private static final Path JAR =
            Path.of(System.getProperty("signalman.jar", "target/signalman.jar")).toAbsolutePath();
    private static final Path ARCHIVE = Path.of(System.getProperty("signalman.archive", "target/signalman.jsa"))
            .toAbsolutePath();
    private static final List<String> ALWAYS =
            List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Dfile.encoding=UTF-8");

    private PackagedJar() {}

    /** The command to run it, before its arguments. */
    public static List<String> command(String... options) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ALWAYS);
        command.add("-XX:SharedArchiveFile=" + Archive.ONE);
        command.addAll(List.of(options));
        command.addAll(List.of("-jar", JAR.toString()));
        return command;
    }

    /** Made when it is first asked for, and when the jar is newer: by a demo that is ended once it is up, since it loads what a bot does. */
    private static final class Archive {
        static final Path ONE = make();

        private static Path make() {
            try {
                if (!Files.exists(ARCHIVE)
                        || Files.getLastModifiedTime(ARCHIVE).compareTo(Files.getLastModifiedTime(JAR)) < 0) {
                    record();
                }
                return ARCHIVE;
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(interrupted);
            }
        }

        private static void record() throws IOException, InterruptedException {
            var command = new ArrayList<String>();
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.addAll(ALWAYS);
            command.addAll(List.of("-XX:ArchiveClassesAtExit=" + ARCHIVE, "-jar", JAR.toString(), "demo"));
            var builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().put("PORT", "0");
            var demo = builder.start();
            var said = new StringBuilder();
            try (var lines = demo.inputReader()) {
                for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                    said.append(line).append('\n');
                    if (line.contains("http://")) {
                        demo.toHandle().destroy(); // Process.destroy would close what is read here
                    }
                }
                if (!demo.waitFor(1, TimeUnit.MINUTES) || !Files.exists(ARCHIVE)) {
                    throw new IllegalStateException("No archive of classes was made:\n" + said);
                }
            } finally {
                demo.destroyForcibly();
            }
        }
    }
}
