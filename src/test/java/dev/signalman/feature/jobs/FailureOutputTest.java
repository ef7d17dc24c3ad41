package dev.signalman.feature.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.domain.JobLog;
import dev.signalman.domain.JobLog.LoggedCommand;
import java.util.List;
import org.junit.jupiter.api.Test;

class FailureOutputTest {
    @Test
    void theFailingCommandIsNamedAndItsOutputShownAlone() {
        var failureOutput = of(
                ran("checkout", "cloned\n", 0),
                ran("npm test\nnpm run e2e", "1 failing\n", 1),
                ran("upload", "sent\n", 0));

        assertThat(failureOutput.command()).isEqualTo("npm test");
        assertThat(failureOutput.exitCode()).isEqualTo(1);
        assertThat(failureOutput.failed()).isTrue();
        assertThat(failureOutput.alone()).isTrue();
        assertThat(failureOutput.end().body()).isEqualTo("1 failing");
    }

    @Test
    void ofAFailingCommandThatPrintedNothingTheLogUpToItIsShown() {
        var failureOutput = of(ran("make", "built\n", 0), ran("test -f x", "", 1), ran("upload", "sent\n", 0));

        assertThat(failureOutput.alone()).isFalse();
        assertThat(failureOutput.end().body()).isEqualTo("$ make\nbuilt\n$ test -f x");
    }

    @Test
    void aCommandThatWasStoppedDidNotFail() {
        var failureOutput = of(ran("sleep 100", "zzz", 130));

        assertThat(failureOutput.failed()).isFalse();
        assertThat(failureOutput.command()).isEqualTo("sleep 100");
    }

    @Test
    void whenNothingFailedTheWholeLogIsTheMatter() {
        var failureOutput = of(ran("make", "built\n", 0), new LoggedCommand("make test", "running", null, null, null));

        assertThat(failureOutput.command()).isNull();
        assertThat(failureOutput.end().body()).isEqualTo("$ make\nbuilt\n$ make test\nrunning");
    }

    @Test
    void aSecretInACommandIsMaskedAndALongOneCut() {
        assertThat(of(ran("deploy --token hunter2hunter2", "no", 2)).command()).isEqualTo("deploy --token [masked]");
        assertThat(of(ran("x".repeat(300), "no", 2)).command()).hasSize(80).endsWith("…");
        assertThat(of(ran("x".repeat(78) + "🚀 to the moon", "no", 2)).command())
                .isEqualTo("x".repeat(78) + "…");
    }

    @Test
    void aCommandIsNamedAsATerminalWouldShowIt() {
        assertThat(of(ran("\u001b[1mnpm test\u001b[0m", "no", 2)).command()).isEqualTo("npm test");
    }

    @Test
    void whatNoCommandPrintedStandsWithoutAPrompt() {
        assertThat(of(new LoggedCommand("", "agent lost", null, null, null))
                        .end()
                        .body())
                .isEqualTo("agent lost");
    }

    private static FailureOutput of(LoggedCommand... commands) {
        return FailureOutput.of(new JobLog(List.of(commands)));
    }

    private static LoggedCommand ran(String directive, String output, int exitCode) {
        return new LoggedCommand(directive, output, exitCode, null, null);
    }
}
