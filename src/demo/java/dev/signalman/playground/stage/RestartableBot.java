package dev.signalman.playground.stage;

import dev.signalman.app.Bot;
import dev.signalman.web.DeferredEndpoint;
import dev.signalman.web.Endpoint;
import dev.signalman.web.HttpCall;
import dev.signalman.web.Reply;
import dev.signalman.web.Route;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The bot behind a server that outlives it. While it is dead, connections to its routes are cut, as by a host without
 * it.
 */
public final class RestartableBot implements Endpoint, AutoCloseable {
    /** About what a start takes on a small machine; a shorter one would only flicker on the page. */
    private static final Duration RESTART = Duration.ofSeconds(4);

    private final Supplier<Bot> birth;
    private volatile @Nullable Bot bot;
    private volatile boolean starting;
    private volatile List<Route> routes = List.of();
    private volatile long changes;

    /**
     * Creates a stopped bot.
     *
     * @param birth starts one, on the same database each time
     */
    public RestartableBot(Supplier<Bot> birth) {
        this.birth = birth;
    }

    public boolean running() {
        return bot != null;
    }

    /** Whether it is being started and does not answer yet. */
    public boolean starting() {
        return starting;
    }

    /** Starts it unless it runs; returns whether it did not run. */
    public synchronized boolean start() {
        if (bot != null) {
            return false;
        }
        starting = true;
        changes++;
        try {
            var started = birth.get();
            routes = started.routes();
            bot = started;
        } finally {
            starting = false;
            changes++;
        }
        return true;
    }

    /** Kills it as by {@code kill -9}; returns whether it ran. */
    public synchronized boolean kill() {
        var victim = bot;
        if (victim == null) {
            return false;
        }
        bot = null;
        victim.abandon();
        changes++;
        return true;
    }

    /** Kills it if it runs, and starts it after a while, in which it is shown as starting. */
    public synchronized void restart() throws InterruptedException {
        kill();
        starting = true;
        changes++;
        try {
            Thread.sleep(RESTART.toMillis());
        } finally {
            starting = false;
        }
        start();
    }

    /** Number of changes of its life. */
    public long changes() {
        return changes;
    }

    @Override
    public Reply answer(HttpCall call) throws Exception {
        return answer(call, early -> {});
    }

    @Override
    public Reply answer(HttpCall call, Consumer<Reply> early) throws Exception {
        var route = routes.stream()
                .filter(each -> each.matches(call.method(), call.path()))
                .findFirst();
        if (route.isEmpty()) {
            return Reply.text(404, "Not found");
        }
        var asked = bot;
        if (asked == null) {
            return Reply.cut();
        }
        try {
            var reply = reply(route.get().endpoint(), call, early);
            return lives(asked) ? reply : Reply.cut();
        } catch (Exception broken) {
            if (lives(asked)) {
                throw broken;
            }
            return Reply.cut(); // as by a dead process
        }
    }

    /** Who waits for a later answer holds a thread here, as a proxy before the bot may. */
    private static Reply reply(Endpoint endpoint, HttpCall call, Consumer<Reply> early) throws Exception {
        if (!(endpoint instanceof DeferredEndpoint deferred)) {
            return endpoint.answer(call, early);
        }
        var later = new CompletableFuture<Reply>();
        deferred.begin(call, later::complete);
        return later.get();
    }

    private boolean lives(Bot asked) {
        return bot == asked;
    }

    @Override
    public synchronized void close() {
        var last = bot;
        if (last != null) {
            last.close();
            bot = null;
        }
    }
}
