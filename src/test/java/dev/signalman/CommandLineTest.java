package dev.signalman;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is asked of the command line decides the exit code, and what is printed where. */
final class CommandLineTest {
    @ParameterizedTest
    @CsvSource({
        "--version, 0, signalman, ''",
        "--help, 0, Usage: signalman, ''",
        "serve --help, 0, Usage: signalman serve, ''",
        "serve --port=1, 2, '', Unknown option: '--port=1'",
        "derail, 2, '', Unmatched argument at index 0: 'derail'",
        "'', 2, '', Missing command. Try"
    })
    void decidesTheExitCode(String line, int code, String out, String err) {
        var arguments = line.isEmpty() ? new String[0] : line.split(" ");
        var said = new StringWriter();
        var complained = new StringWriter();
        assertThat(Signalman.commandLine(arguments)
                        .setOut(new PrintWriter(said))
                        .setErr(new PrintWriter(complained))
                        .execute(arguments))
                .isEqualTo(code);
        assertThat(said.toString()).contains(out);
        assertThat(complained.toString()).contains(err);
    }
}
