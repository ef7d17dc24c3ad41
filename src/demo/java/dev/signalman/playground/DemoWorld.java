package dev.signalman.playground;

import dev.signalman.app.Bot;
import dev.signalman.app.config.Configuration;
import dev.signalman.feature.subscriptions.FileSubscriptions;
import dev.signalman.keyring.EncryptionKey;
import dev.signalman.keyring.Keyring;
import dev.signalman.playground.face.PageApi;
import dev.signalman.playground.stage.AgentTerminal;
import dev.signalman.playground.stage.CallRecorder;
import dev.signalman.playground.stage.DemoClock;
import dev.signalman.playground.stage.DemoEnvironment;
import dev.signalman.playground.stage.DemoFaults;
import dev.signalman.playground.stage.LedgerTail;
import dev.signalman.playground.stage.RestartableBot;
import dev.signalman.playground.stage.SimulatedPhones;
import dev.signalman.semaphore.Credential;
import dev.signalman.simulator.GateJobRunner;
import dev.signalman.simulator.SimulatedSemaphore;
import dev.signalman.simulator.semaphore.SeededIds;
import dev.signalman.simulator.slack.SimulatedSlack;
import dev.signalman.slack.SlackSettings;
import dev.signalman.storage.DatabaseAddress;
import dev.signalman.web.Route;
import dev.signalman.web.WebServer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A bot, a Slack workspace and a Semaphore organization on one port, connected only by HTTP like the real ones. The
 * port stays when the bot is killed.
 */
final class DemoWorld implements AutoCloseable {
    static final String LOOPBACK = "127.0.0.1";

    private static final String ALL = "0.0.0.0";
    private static final String WEBHOOK_SECRET = "simulated-webhook-secret";

    /** A public key, like everything in the demo; fixed, so a kept database stays readable. */
    private static final String ENCRYPTION_KEY = "ZGVtbyBvbmx5LCBub3QgYSBzZWNyZXQgYXQgYWxsISE=";

    private final DemoEnvironment demo;
    private final PageApi pageApi;
    private final WebServer server;
    private final GateJobRunner gateJobs;

    private DemoWorld(DemoEnvironment demo, PageApi pageApi, WebServer server, GateJobRunner gateJobs) {
        this.demo = demo;
        this.pageApi = pageApi;
        this.server = server;
        this.gateJobs = gateJobs;
    }

    /**
     * Starts all three.
     *
     * @param port 0 for any free one
     * @param data folder of the bot's database
     * @param speed factor by which Semaphore's jobs are faster
     * @throws IOException when the port is taken
     */
    static DemoWorld start(int port, Path data, TourPace pace, double speed) throws IOException {
        return start(LOOPBACK, port, data, pace, speed);
    }

    /** Starts all three on another interface. */
    static DemoWorld start(String address, int port, Path data, TourPace pace, double speed) throws IOException {
        var truth = InstantSource.system();
        var clock = DemoClock.standingAt(truth.instant().minus(DemoHistory.LENGTH), truth);
        // a kept database knows the ids of earlier runs
        var semaphore = SimulatedSemaphore.mounted(
                clock, clock, SeededIds.repeatable(truth.instant().toEpochMilli()));
        var seed = new DemoSeed(pace);
        InstantSource now = clock::now;
        var slack = seed.workspace(now);
        var token = new Credential(seed.organization(semaphore, clock));
        var settled = new AtomicReference<Configuration>();
        var bot = new RestartableBot(
                () -> Bot.mounted(settled.get(), now, () -> UUID.randomUUID().toString()));
        var demo = new DemoEnvironment(
                slack,
                semaphore,
                clock,
                bot,
                new DemoFaults(slack, semaphore),
                new CallRecorder(now),
                new LedgerTail(data.resolve("signalman.sock").toAbsolutePath()),
                new SimulatedPhones(slack, now),
                new AgentTerminal(),
                DemoSeed.roles());
        var pageApi = new PageApi(demo, new DemoScenes(demo), !address.equals(LOOPBACK));
        var routes = new ArrayList<Route>(pageApi.routes());
        routes.addAll(demo.routes(pageApi.semaphorePages()));
        var server = WebServer.on(address, port, routes);
        var url = "http://" + (address.equals(ALL) ? LOOPBACK : address) + ":" + server.port();
        slack.servedAt(url + DemoEnvironment.SLACK);
        slack.botAt(URI.create(url + "/slack/events"));
        slack.retriesByItself();
        DemoSeed.connect(semaphore, url + "/semaphore/webhook", WEBHOOK_SECRET);
        settled.set(configuration(server.port(), slack, URI.create(url), token, data));
        var gateJobs = new GateJobRunner(semaphore, URI.create(url + "/gate"), url + DemoEnvironment.SEMAPHORE);
        var world = new DemoWorld(demo, pageApi, server, gateJobs);
        // before the bot, so that a page that is open already sees it start
        pageApi.start();
        try {
            bot.start();
        } catch (RuntimeException broken) {
            world.close();
            throw broken;
        }
        // the clock stood while the bot started; a build from before the subscription would be ignored
        clock.speed(speed);
        clock.live();
        return world;
    }

    private static Configuration configuration(int port, SimulatedSlack slack, URI url, Credential token, Path data) {
        return new Configuration(
                port,
                new SlackSettings(
                        slack.app().botToken(), slack.app().signingSecret(), null, URI.create(slack.apiUrl())),
                URI.create(url + DemoEnvironment.SEMAPHORE),
                token,
                DatabaseAddress.file(data.resolve("signalman").toAbsolutePath().toString()),
                Duration.ofSeconds(1),
                DemoProjects.settings(),
                DemoSeed.access(),
                DemoProjects.rules(),
                new FileSubscriptions(List.of()),
                WEBHOOK_SECRET,
                null,
                new Keyring(EncryptionKey.read(ENCRYPTION_KEY), List.of()),
                url,
                null,
                "");
    }

    SimulatedSlack slack() {
        return demo.slack();
    }

    SimulatedSemaphore semaphore() {
        return demo.semaphore();
    }

    int port() {
        return server.port();
    }

    /** Closes the bot first, so it can send its last messages to Slack. */
    @Override
    public void close() {
        pageApi.close();
        demo.terminal().close();
        gateJobs.close();
        demo.bot().close();
        server.close();
        demo.slack().close();
        demo.semaphore().close();
    }
}
