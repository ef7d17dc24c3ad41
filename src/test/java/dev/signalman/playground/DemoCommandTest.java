package dev.signalman.playground;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalman.web.WebServer;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

@Timeout(60)
final class DemoCommandTest {
    private final StringWriter err = new StringWriter();

    private int run(Map<String, String> environment, String... arguments) {
        return new CommandLine(new DemoCommand(environment))
                .setErr(new PrintWriter(err))
                .execute(arguments);
    }

    private void saidInOneLine(String... words) {
        assertThat(err.toString().strip().lines()).hasSize(1);
        assertThat(err.toString()).contains(words).doesNotContain("Exception", "at dev.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http", "-1", "65536", "99999", "80 80"})
    void aPortThatIsNoneIsSaidWithWhatWouldBeRight(String port) {
        assertThat(run(Map.of("PORT", port))).isEqualTo(2);
        saidInOneLine("PORT", "\"" + port + "\"", "PORT=8081");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fast", "0", "-1", "1001", "NaN", ""})
    void aSpeedThatIsNoneIsSaidWithWhatWouldBeRight(String speed) {
        assertThat(run(Map.of(), "--speed", speed)).isEqualTo(2);
        saidInOneLine("--speed", "from 0.1 to 1000", "10");
    }

    @Test
    void aTakenPortIsSaidWithWhatToDo() throws Exception {
        try (var taken = WebServer.start(0, List.of())) {
            assertThat(run(Map.of("PORT", Integer.toString(taken.port())))).isEqualTo(1);
            saidInOneLine("Port " + taken.port(), "PORT=8081");
        }
    }

    @Test
    void aFolderThatCannotBeMadeIsSaid(@TempDir Path folder) throws Exception {
        var file = Files.writeString(folder.resolve("file"), "here");
        assertThat(run(Map.of("PORT", "0"), "--data", file.resolve("below").toString()))
                .isEqualTo(1);
        saidInOneLine("--data");
    }

    @Test
    void nobodyElseReachesItUnlessThatIsAskedFor(@TempDir Path folder) throws Exception {
        try (var world = DemoWorld.start(0, folder.resolve("closed"), TourPace.HURRIED, 1)) {
            new Socket(InetAddress.getLoopbackAddress(), world.port()).close();
            assertThatThrownBy(() ->
                            new Socket(InetAddress.getByAddress(new byte[] {127, 0, 0, 2}), world.port()).close())
                    .isInstanceOf(ConnectException.class);
        }
        try (var world = DemoWorld.start("0.0.0.0", 0, folder.resolve("open"), TourPace.HURRIED, 1)) {
            new Socket(InetAddress.getByAddress(new byte[] {127, 0, 0, 2}), world.port()).close();
        }
    }
}
