package dev.signalman.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SECURITY.md's claims about a release: its images are pinned by digest, and its jar is built twice. */
final class ReleaseScriptsTest {
    private static final Pattern BASE = Pattern.compile("(?m)^ARG (\\w+_IMAGE)=([^:]+):(\\S+)$");
    private static final String DIGEST = "@sha256:" + "1f".repeat(32);

    /** Knows each image by this digest, and under another name, and notes what it is asked. */
    private static final String DOCKER = """
            #!/usr/bin/env bash
            echo "$*" >> calls.txt
            if [ "$1 $2" = "image inspect" ]; then
              name="${@: -1}"
              printf '%%s\\n' "mirror.example/other%1$s" "${name%%:*}%1$s"
            fi
            """.formatted(DIGEST);

    @TempDir
    private Path folder;

    @Test
    void everyBaseOfAnImageIsPinnedAndThePushedImageIsNamedByItsDigest() throws Exception {
        var pushed = run(".ci/image", "registry.example:5000/signalman:abc");

        assertThat(pushed.strip()).isEqualTo("registry.example:5000/signalman" + DIGEST);
        var calls = Files.readAllLines(folder.resolve("calls.txt"));
        var build = calls.stream().filter(call -> call.startsWith("build ")).findFirst();
        var bases = BASE.matcher(Files.readString(Path.of("Dockerfile")))
                .results()
                .map(found -> "--build-arg " + found.group(1) + "=" + found.group(2) + DIGEST)
                .toList();
        assertThat(bases).hasSize(3);
        assertThat(build).hasValueSatisfying(call -> assertThat(call).contains(bases));
        assertThat(calls).contains("push --quiet registry.example:5000/signalman:abc");
    }

    @Test
    void nothingOfTheImageIsTakenFromATagAlone() throws IOException {
        var from = Files.readAllLines(Path.of("Dockerfile")).stream()
                .filter(line -> line.startsWith("FROM "))
                .toList();
        assertThat(from).hasSize(3).allMatch(line -> line.startsWith("FROM ${"));
    }

    @Test
    void theReleaseRunsByDigestAndOnlyAfterTheJarWasReproduced() throws IOException {
        assertThat(Files.readString(Path.of(".semaphore/staging.yml")))
                .contains("bash .ci/image ", "image.digest=")
                .doesNotContain("docker build", "image.tag");
        assertThat(Files.readString(Path.of(".semaphore/production.yml")))
                .contains("bash .ci/reproduce /tmp/signalman.jar", "dependencies: [Reproduce]")
                .contains("docker pull \"$(cat image.txt)\"");
        assertThat(List.of(".ci/image", ".ci/reproduce"))
                .allSatisfy(script -> assertThat(Path.of(script)).isExecutable());
    }

    private String run(String script, String... arguments) throws IOException, InterruptedException {
        var docker = Files.writeString(folder.resolve("docker"), DOCKER.replace("calls.txt", folder + "/calls.txt"));
        Files.setPosixFilePermissions(docker, PosixFilePermissions.fromString("rwx------"));
        var command = new java.util.ArrayList<>(List.of("bash", script));
        command.addAll(List.of(arguments));
        var errors = folder.resolve("errors.txt");
        var builder = new ProcessBuilder(command).redirectError(errors.toFile());
        builder.environment().merge("PATH", folder.toString(), (path, first) -> first + ":" + path);
        var process = builder.start();
        var out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(() -> errors(errors)).isZero();
        return out;
    }

    private static String errors(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            return unreadable.toString();
        }
    }
}
