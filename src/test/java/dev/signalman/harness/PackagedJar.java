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

    /** Created on first use and after each build, by a demo tour, which loads a bot's classes. */
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
            var out = Files.createTempFile("archive", ".txt");
            var command = new ArrayList<String>();
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.addAll(ALWAYS);
            command.addAll(List.of("-XX:ArchiveClassesAtExit=" + ARCHIVE, "-jar", JAR.toString(), "demo", "--tour"));
            var day = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(out.toFile())
                    .start();
            if (!day.waitFor(5, TimeUnit.MINUTES) || day.exitValue() != 0 || !Files.exists(ARCHIVE)) {
                day.destroyForcibly();
                throw new IllegalStateException("No archive of classes was made:\n" + Files.readString(out));
            }
        }
    }
}
