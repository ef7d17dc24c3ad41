package dev.signalman.app.checks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.app.config.Configuration;
import dev.signalman.app.config.ConfigurationReader;
import dev.signalman.checkup.CheckContext;
import dev.signalman.checkup.CheckResult;
import dev.signalman.checkup.CheckResult.State;
import dev.signalman.feature.polling.PollInterval;
import dev.signalman.subject.ProjectsWithSubscribers;
import dev.signalman.subject.ProjectsWithSubscribers.SubscribedProject;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a missing webhook secret costs depends on whether anything is subscribed to. */
final class WebhookCheckTest {
    @TempDir
    private Path folder;

    private CheckResult found(ProjectsWithSubscribers subscribed, CheckContext checkContext) throws Exception {
        Configuration configuration = ConfigurationReader.read(
                Map.of(
                        "SLACK_BOT_TOKEN", "xoxb-1",
                        "SLACK_SIGNING_SECRET", "0123456789abcdef0123456789abcdef",
                        "SEMAPHORE_URL", "https://acme.semaphoreci.com",
                        "SEMAPHORE_API_TOKEN", "token"),
                folder);
        var checkResults = new WebhookCheck(
                        configuration, () -> subscribed, PollInterval.of(configuration.pollInterval()))
                .look(checkContext);
        assertThat(checkResults).hasSize(1);
        return checkResults.get(0);
    }

    @Test
    void withSubscriptionsMadeInSlackItIsWorthALook() throws Exception {
        var checkResult = found(() -> List.of(new SubscribedProject("web", true)), CheckContext.SERVING);
        assertThat(checkResult.state()).isEqualTo(State.WORTH_A_LOOK);
        assertThat(checkResult.words()).contains("every 15 seconds");
    }

    @Test
    void withoutAnyItIsFine() throws Exception {
        assertThat(found(List::of, CheckContext.SERVING).state()).isEqualTo(State.FINE);
    }

    @Test
    void besideARunningBotItsDatabaseIsLeftAlone() throws Exception {
        ProjectsWithSubscribers closed = () -> {
            throw new IllegalStateException("The database is not open");
        };
        assertThat(found(closed, CheckContext.COMMAND_LINE).state()).isEqualTo(State.FINE);
    }
}
