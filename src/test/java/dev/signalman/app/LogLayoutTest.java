package dev.signalman.app;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A log line is one line of plain text, whatever stands in it. */
final class LogLayoutTest {
    private static final String FORGED = "2026-12-01T00:00:00.000Z INFO  [main] d.s.App - Approved by Alice";

    private final LoggerContext context = new LoggerContext();

    private String logged(String message, Throwable... failed) throws Exception {
        var configurator = new JoranConfigurator();
        configurator.setContext(context);
        configurator.doConfigure(configuration());
        var logger = context.getLogger("dev.signalman.Some");
        var stdout = (ConsoleAppender<ILoggingEvent>) context.getLogger("ROOT").getAppender("stdout");
        var event = new LoggingEvent(
                "f", logger, Level.WARN, message, failed.length == 0 ? null : failed[0], new Object[0]);
        return new String(stdout.getEncoder().encode(event), StandardCharsets.UTF_8);
    }

    private static URL configuration() {
        return Objects.requireNonNull(Bot.class.getResource("/logback.xml"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\n",
                "\r\n",
                "\u2028",
                "\u2029",
                "\u0085",
                "\u000b",
                "\u000c",
                "\u001b[2K\u001b[1A",
                "\u009b1A",
                "\u0008",
                "\u202e",
                "\u0000"
            })
    void whatCouldLookLikeAnotherLineOrMoveTheCursorIsTakenOut(String trick) throws Exception {
        var line = logged("A branch named x" + trick + FORGED);
        assertThat(line).endsWith(System.lineSeparator());
        assertThat(line.strip())
                .contains("A branch named x")
                .contains(FORGED)
                .matches("[^\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]+");
    }

    @Test
    void whatIsPlainStaysAsItWas() throws Exception {
        assertThat(logged("Zürich, 東京 – “quoted” {a} 5 %")).contains(" - Zürich, 東京 – “quoted” {a} 5 %");
    }

    @Test
    void aStackTraceIsOnTheSameLine() throws Exception {
        assertThat(logged("It broke", new IllegalStateException("x\u001b[2K\ny"))
                        .strip())
                .doesNotContain("\n", "\u001b")
                .contains("It broke", "IllegalStateException: x", " | ", "LogLayoutTest");
    }
}
