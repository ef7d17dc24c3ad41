package dev.signalman.playground;

import dev.signalman.app.Bot;
import dev.signalman.app.config.Configuration;
import dev.signalman.feature.subscriptions.FileSubscriptions;
import dev.signalman.keyring.EncryptionKey;
import dev.signalman.keyring.Keyring;
import dev.signalman.playground.face.Face;
import dev.signalman.playground.stage.CallBook;
import dev.signalman.playground.stage.LivingBot;
import dev.signalman.playground.stage.Stage;
import dev.signalman.playground.stage.StageClock;
import dev.signalman.playground.stage.Troubles;
import dev.signalman.semaphore.Credential;
import dev.signalman.simulator.SimulatedSemaphore;
import dev.signalman.simulator.semaphore.Ids;
import dev.signalman.simulator.semaphore.notifications.NotificationRule;
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
 * A bot, a Slack workspace and a Semaphore organisation on one port; they meet over HTTP alone, as the real ones do. The port stays
 * when the bot is killed.
 */
final class World implements AutoCloseable {
    /** The interface that nobody else reaches. */
    static final String LOOPBACK = "127.0.0.1";

    private static final String ALL = "0.0.0.0";
    private static final String WEBHOOK_SECRET = "simulated-webhook-secret";

    /** Known to everybody, as all is that the demo plays with; what a kept database holds stays readable by it. */
    private static final String ENCRYPTION_KEY = "ZGVtbyBvbmx5LCBub3QgYSBzZWNyZXQgYXQgYWxsISE=";

    private final Stage stage;
    private final Face face;
    private final WebServer server;

    private World(Stage stage, Face face, WebServer server) {
        this.stage = stage;
        this.face = face;
        this.server = server;
    }

    /**
     * Starts all of them.
     *
     * @param port 0 for any free one
     * @param data where the bot's database lies
     * @param speed how many times as fast as the true time Semaphore's goes
     * @throws IOException when the port is taken
     */
    static World start(int port, Path data, Pace pace, double speed) throws IOException {
        return start(LOOPBACK, port, data, pace, speed);
    }

    /** Starts it on the interface with that address. */
    static World start(String address, int port, Path data, Pace pace, double speed) throws IOException {
        var truth = InstantSource.system();
        var clock = StageClock.standingAt(truth.instant().minus(Past.LENGTH), truth);
        // a database that is kept knows the ids of earlier runs
        var semaphore =
                SimulatedSemaphore.mounted(clock, Ids.repeatable(truth.instant().toEpochMilli()));
        var seed = new Seed(pace);
        var slack = seed.workspace(truth);
        var token = new Credential(seed.organisation(semaphore, clock));
        var settled = new AtomicReference<Configuration>();
        var bot = new LivingBot(
                () -> Bot.mounted(settled.get(), truth, () -> UUID.randomUUID().toString()));
        var stage = new Stage(
                slack, semaphore, clock, bot, new Troubles(slack, semaphore), new CallBook(truth), Seed.roles());
        var face = new Face(stage);
        var routes = new ArrayList<Route>(face.routes());
        routes.addAll(stage.routes());
        var server = WebServer.on(address, port, routes);
        var url = "http://" + (address.equals(ALL) ? LOOPBACK : address) + ":" + server.port();
        slack.servedAt(url + Stage.SLACK);
        slack.botAt(URI.create(url + "/slack/events"));
        slack.retriesByItself();
        semaphore
                .notifications()
                .add(NotificationRule.of(URI.create(url + "/semaphore/webhook"), WEBHOOK_SECRET, Projects.names()));
        settled.set(configuration(server.port(), slack, URI.create(url + Stage.SEMAPHORE), token, data));
        var world = new World(stage, face, server);
        try {
            bot.start();
        } catch (RuntimeException broken) {
            world.close();
            throw broken;
        }
        // it stood while the bot started; a build that began before the subscription to it would not be wanted
        clock.step(Duration.between(clock.instant(), truth.instant()));
        clock.speed(speed);
        clock.pause(false);
        face.start();
        return world;
    }

    private static Configuration configuration(
            int port, SimulatedSlack slack, URI semaphore, Credential token, Path data) {
        return new Configuration(
                port,
                new SlackSettings(
                        slack.app().botToken(), slack.app().signingSecret(), null, URI.create(slack.apiUrl())),
                semaphore,
                token,
                DatabaseAddress.file(data.resolve("signalman").toAbsolutePath().toString()),
                Duration.ofSeconds(1),
                Projects.settings(),
                Seed.access(),
                Projects.rules(),
                new FileSubscriptions(List.of()),
                WEBHOOK_SECRET,
                new Keyring(EncryptionKey.read(ENCRYPTION_KEY), List.of()));
    }

    SimulatedSlack slack() {
        return stage.slack();
    }

    SimulatedSemaphore semaphore() {
        return stage.semaphore();
    }

    int port() {
        return server.port();
    }

    /** The bot says what it has to say while Slack still listens. */
    @Override
    public void close() {
        face.close();
        stage.bot().close();
        server.close();
        stage.slack().close();
        stage.semaphore().close();
    }
}
