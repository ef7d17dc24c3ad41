package dev.signalman.app;

import com.google.inject.CreationException;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Key;
import com.google.inject.Module;
import com.google.inject.TypeLiteral;
import dev.signalman.app.checks.JavaRuntime;
import dev.signalman.app.config.Configuration;
import dev.signalman.app.config.ConfigurationReloader;
import dev.signalman.dispatch.HintIntake;
import dev.signalman.dispatch.IdGenerator;
import dev.signalman.engine.Lifecycle;
import dev.signalman.engine.timing.BotTempo;
import dev.signalman.feature.audit.LedgerKeyChange;
import dev.signalman.feature.audit.LedgerSocket;
import dev.signalman.feature.audit.RulesFileChange;
import dev.signalman.schedule.ChoreScheduler;
import dev.signalman.slack.inbound.SlackInbound;
import dev.signalman.slack.outbound.SlackConnection;
import dev.signalman.slack.socket.SocketMode;
import dev.signalman.storage.ClosedDatabaseException;
import dev.signalman.storage.Database;
import dev.signalman.storage.StorageModule;
import dev.signalman.web.DeferredEndpoint;
import dev.signalman.web.Route;
import dev.signalman.web.WebServer;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A running bot. */
public final class Bot implements AutoCloseable {
    private static final Duration LONGEST_DRAIN = Duration.ofSeconds(12);

    private final Injector parts;
    private final List<Route> routes;
    private final Optional<SocketMode> socket;
    private final List<Route> insight;
    private @Nullable WebServer server;
    private @Nullable WebServer adminServer;

    private Bot(Injector parts) {
        this.parts = parts;
        this.socket = parts.getInstance(Key.get(new TypeLiteral<Optional<SocketMode>>() {}));
        var own = new ArrayList<Route>(parts.getInstance(Key.get(new TypeLiteral<Set<Route>>() {})));
        this.routes = List.copyOf(own);
        this.insight = parts.getInstance(Health.class).routes();
    }

    /**
     * Starts a bot.
     *
     * @param others routes to serve on the same port besides the bot's
     * @throws IOException when the port is taken
     * @throws ClosedDatabaseException when the database cannot be opened
     */
    public static Bot start(
            Configuration configuration, InstantSource clock, IdGenerator idGenerator, List<Route> others)
            throws IOException {
        return served(mounted(configuration, clock, idGenerator), configuration, others);
    }

    /**
     * Starts a bot with another tempo, on a database that may already be open.
     *
     * @throws IOException when the port is taken
     * @throws ClosedDatabaseException when the database cannot be opened
     */
    static Bot start(
            Configuration configuration,
            InstantSource clock,
            IdGenerator idGenerator,
            BotTempo tempo,
            StorageModule storage)
            throws IOException {
        var parts = BotModules.of(configuration, clock, idGenerator, tempo, storage, JavaRuntime.thisOne());
        return served(mounted(parts, configuration), configuration, List.of());
    }

    private static Bot served(Bot bot, Configuration configuration, List<Route> others) throws IOException {
        var admin = configuration.admin();
        var all = new ArrayList<Route>(admin == null ? bot.routes() : bot.routes);
        all.addAll(others);
        try {
            bot.server = WebServer.start(configuration.port(), all);
            if (admin != null) {
                bot.adminServer = WebServer.apart(admin.address(), admin.port(), bot.insight);
            }
            return bot;
        } catch (IOException taken) {
            bot.stopListening();
            close(bot.parts);
            throw taken;
        }
    }

    /**
     * Starts a bot without a server, for a caller that serves {@link #routes()} and may outlive the bot.
     *
     * @throws ClosedDatabaseException when the database cannot be opened
     */
    public static Bot mounted(Configuration configuration, InstantSource clock, IdGenerator idGenerator) {
        return mounted(BotModules.of(configuration, clock, idGenerator), configuration);
    }

    private static Bot mounted(List<Module> modules, Configuration configuration) {
        var bot = new Bot(parts(modules));
        bot.parts.getInstance(LedgerKeyChange.class).note();
        bot.parts.getInstance(RulesFileChange.class).note(configuration.rulesFile());
        bot.parts.getInstance(Lifecycle.class).start();
        bot.parts.getInstance(ChoreScheduler.class).start();
        bot.parts.getInstance(LedgerSocket.class).open();
        bot.socket.ifPresent(SocketMode::start);
        return bot;
    }

    private static Injector parts(List<Module> modules) {
        try {
            return Guice.createInjector(com.google.inject.Stage.PRODUCTION, binder -> {
                binder.requireExplicitBindings();
                binder.requireAtInjectOnConstructors();
                binder.requireExactBindingAnnotations();
                binder.disableCircularProxies();
                modules.forEach(binder::install);
            });
        } catch (CreationException broken) {
            for (var message : broken.getErrorMessages()) {
                if (message.getCause() instanceof ClosedDatabaseException closed) {
                    throw closed;
                }
            }
            throw broken;
        }
    }

    /** The periodic checkup; not started. */
    PeriodicCheckup watch() {
        return parts.getInstance(PeriodicCheckup.class);
    }

    /** Reloads the configuration; a faulty one changes nothing, and {@code doctor} reports it. */
    public void reload(ConfigurationReloader.Source source) {
        parts.getInstance(ConfigurationReloader.class).from(source);
    }

    /** Looks now for due work, since the clock was moved. */
    void wake() {
        parts.getInstance(Lifecycle.class).wake();
        parts.getInstance(ChoreScheduler.class).wake();
    }

    public List<Route> routes() {
        return Stream.concat(routes.stream(), insight.stream()).toList();
    }

    /** The port of health and metrics, if they have a separate one. */
    public int adminPort() {
        return Objects.requireNonNull(adminServer, "This bot has no admin port").port();
    }

    /** The bot's port, if it has a server. */
    public int port() {
        return Objects.requireNonNull(server, "This bot has no server of its own")
                .port();
    }

    HintIntake hints() {
        return parts.getInstance(HintIntake.class);
    }

    /** Accepts nothing more, finishes accepted work as far as time allows, and closes. */
    @Override
    public void close() {
        stopListening();
        try {
            parts.getInstance(Lifecycle.class).drain(LONGEST_DRAIN);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        close(parts);
    }

    /** Stops at once like a kill, but releases sockets and files. */
    public void abandon() {
        stopListening();
        close(parts);
    }

    private void stopListening() {
        socket.ifPresent(SocketMode::close);
        routes.stream()
                .map(Route::endpoint)
                .filter(DeferredEndpoint.class::isInstance)
                .map(DeferredEndpoint.class::cast)
                .forEach(DeferredEndpoint::end);
        if (server != null) {
            server.close();
        }
        if (adminServer != null) {
            adminServer.close();
        }
    }

    private static void close(Injector parts) {
        parts.getInstance(LedgerSocket.class).close();
        parts.getInstance(PeriodicCheckup.class).close();
        parts.getInstance(SlackInbound.class).close();
        parts.getInstance(ChoreScheduler.class).close();
        parts.getInstance(Lifecycle.class).close();
        parts.getInstance(SlackConnection.class).close();
        parts.getInstance(Database.class).close();
    }
}
