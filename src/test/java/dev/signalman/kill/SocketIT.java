package dev.signalman.kill;

import static dev.signalman.harness.WorkspaceFixture.ALICE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.signalman.harness.FreePort;
import dev.signalman.harness.SemaphoreCallLatch;
import dev.signalman.simulator.semaphore.http.SemaphoreFault;
import dev.signalman.simulator.slack.AppInstallation;
import dev.signalman.simulator.slack.SlackDelivery;
import dev.signalman.simulator.slack.SlackFault;
import dev.signalman.simulator.slack.SocketModeServer;
import dev.signalman.storage.TestDatabase;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real program in Socket Mode: either side may disappear at any time. */
@Order(8)
final class SocketIT {
    private static final AppInstallation APP = AppInstallation.usual().overSockets();
    private static final Duration GRACE = Duration.ofSeconds(25);
    private static final int ALL = KillTestAct.values().length;

    @TempDir
    private Path folder;

    @Test
    void whoeverGoesNothingIsLostOrRepeated() throws IOException {
        try (var stage = new KillTestEnvironment(TestDatabase.POSTGRES, folder, APP)) {
            var bot = whatWasAcknowledgedIsDoneOnceAfterAKill(stage, stage.start());
            bot = whatWasTakenWhileBothSidesWentIsDoneOnceThoughItComesAgain(stage, bot);
            asItIsAskedToEndItFinishesWhatWasTakenAndTakesNothingMore(stage, bot);
        }
    }

    private static BotProcess whatWasAcknowledgedIsDoneOnceAfterAKill(KillTestEnvironment stage, BotProcess bot)
            throws IOException {
        var semaphoreCallLatch = new SemaphoreCallLatch();
        stage.semaphore.fault(SemaphoreFault.on("POST", "*").times(ALL).answerWaitsFor(semaphoreCallLatch));
        stage.askForAll();
        await().atMost(Duration.ofSeconds(60)).until(() -> semaphoreCallLatch.arrived() == ALL);
        bot.kill();
        semaphoreCallLatch.open();
        assertThat(stage.slack.errors()).isEmpty();
        var next = stage.start();
        stage.everyDeedIsDoneOnce();
        return next;
    }

    private static BotProcess whatWasTakenWhileBothSidesWentIsDoneOnceThoughItComesAgain(
            KillTestEnvironment stage, BotProcess bot) throws IOException {
        anew(stage, bot);
        var semaphoreCallLatch = new SemaphoreCallLatch();
        stage.semaphore.fault(SemaphoreFault.on("GET", "*")
                .always()
                .waitsFor(semaphoreCallLatch)
                .cuts());
        stage.slack.faults().next(SocketModeServer.ACKNOWLEDGEMENT, new SlackFault.ConnectionLost());
        var lost = stage.slack.says(ALICE, KillTestAct.RUN.channel(), "/semaphore run running");
        assertThat(lost.taken()).isFalse();
        bot.kill();
        stage.semaphore.heal();
        semaphoreCallLatch.open();
        var next = stage.start();
        assertThat(stage.slack.redelivers(lost)).matches(SlackDelivery::taken);
        KillTestEnvironment.soon(() -> assertThat(stage.cards(KillTestAct.RUN)).hasSize(1));
        assertThat(stage.times(KillTestAct.RUN)).isOne();
        return next;
    }

    private static void asItIsAskedToEndItFinishesWhatWasTakenAndTakesNothingMore(
            KillTestEnvironment stage, BotProcess bot) {
        anew(stage, bot);
        int before = acts(stage).size();
        var semaphoreCallLatch = new SemaphoreCallLatch();
        stage.semaphore.fault(SemaphoreFault.on("POST", "*").times(ALL).answerWaitsFor(semaphoreCallLatch));
        stage.askForAll();
        await().atMost(Duration.ofSeconds(60)).until(() -> semaphoreCallLatch.arrived() == ALL);
        bot.terminate();
        await().atMost(GRACE).until(() -> stage.slack.sockets().open() == 0);
        semaphoreCallLatch.open();
        assertThat(bot.exitCode(GRACE)).isIn(0, 143);
        assertThat(acts(stage)).hasSize(before + ALL).containsOnly("done");
        assertThat(bot.out()).doesNotContain("\tat ", "Exception", "ticket=");
    }

    private static void anew(KillTestEnvironment stage, BotProcess bot) {
        bot.untilAllIsDone();
        stage.prepareAnew();
    }

    private static List<String> acts(KillTestEnvironment stage) {
        return stage.database.column("select state from acts");
    }

    @Test
    void anAppTokenThatIsRefusedIsNoReasonToEnd() throws Exception {
        try (var stage = new KillTestEnvironment(TestDatabase.H2, folder, APP)) {
            int port = FreePort.next();
            var environment = new HashMap<>(stage.environment(port));
            environment.put("SLACK_APP_TOKEN", "xapp-1-wrong");
            try (var bot = BotProcess.start(folder, environment, "serve")) {
                await().atMost(Duration.ofSeconds(60)).ignoreExceptions().untilAsserted(() -> {
                    var ready = ready(port);
                    assertThat(ready.statusCode()).isEqualTo(503);
                    assertThat(ready.body()).contains("Slack says invalid_auth; check SLACK_APP_TOKEN");
                });
                assertThat(bot.out()).contains("check SLACK_APP_TOKEN");
                bot.terminate();
                assertThat(bot.exitCode(GRACE)).isIn(0, 143);
                assertThat(bot.out() + bot.err()).doesNotContain("\tat ", "Exception", "xapp-1-wrong");
            }
        }
    }

    private static HttpResponse<String> ready(int port) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/health/ready"))
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }
}
