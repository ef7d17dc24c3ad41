package dev.signalman;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.signalman.docs.MarkdownPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** What the pages tell operators to run can be run: the command line understands it. */
final class DocumentedCommandLinesTest {
    private static final Pattern JAVA = Pattern.compile(".*\\bjava\\b.* -jar \\S*signalman\\.jar(?: (.*))?");
    private static final Pattern IN_A_CONTAINER = Pattern.compile(
            "docker (?:run|compose run) .*\\bsignalman((?: (?:[a-z]+-config|demo|doctor|audit|schema|migrate|policy).*)?)");
    private static final String A_HEAD = "1:" + "0".repeat(64);

    @Test
    void everyCommandOfThePagesIsUnderstood() throws IOException {
        var commands = MarkdownPage.written().stream()
                .flatMap(page -> Stream.concat(page.codeLines().stream(), page.codeSpans().stream()))
                .flatMap(DocumentedCommandLinesTest::arguments)
                .toList();

        assertThat(commands).hasSizeGreaterThan(20).contains("serve", "doctor", "check-config", "audit head");
        assertThat(commands).allSatisfy(DocumentedCommandLinesTest::isUnderstood);
    }

    @Test
    void noneIsOverlooked() throws IOException {
        for (var page : MarkdownPage.written()) {
            assertThat(page.text().lines().filter(line -> line.contains("java ") && line.contains("signalman.jar ")))
                    .as(page.toString())
                    .hasSameSizeAs(Stream.concat(page.codeLines().stream(), page.codeSpans().stream())
                            .filter(line -> JAVA.matcher(line).matches())
                            .toList());
        }
    }

    @Test
    void soAreThoseOfTheProcfileTheUnitAndTheImage() throws IOException {
        for (var file :
                List.of("Procfile", "deploy/systemd/signalman.service", "deploy/helm/signalman/templates/NOTES.txt")) {
            assertThat(Files.readAllLines(Path.of(file)).stream().flatMap(DocumentedCommandLinesTest::arguments))
                    .as(file)
                    .isNotEmpty()
                    .allSatisfy(DocumentedCommandLinesTest::isUnderstood);
        }
    }

    private static void isUnderstood(String arguments) {
        var words = arguments.replace("\"$HEAD\"", A_HEAD).split(" +");
        assertThatCode(() -> command(words).parseArgs(words)).as(arguments).doesNotThrowAnyException();
        assertThat(command(words).parseArgs(words).hasSubcommand())
                .as(arguments)
                .isTrue();
    }

    private static CommandLine command(String... words) {
        return Signalman.commandLine(words);
    }

    /** The arguments of the program in a line of a shell, without what the shell itself reads. */
    private static Stream<String> arguments(String line) {
        var command = line.replaceFirst(" +#.*", "").replaceFirst(" +>.*", "").strip();
        return Stream.of(JAVA.matcher(command), IN_A_CONTAINER.matcher(command))
                .filter(Matcher::matches)
                .map(found -> found.group(1) == null ? "" : found.group(1).strip())
                .filter(arguments -> !arguments.isEmpty());
    }
}
