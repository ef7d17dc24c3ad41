package dev.signalman.slack.socket;

import dev.signalman.chat.MessengerException;
import dev.signalman.slack.inbound.SlackRequestHandler;
import dev.signalman.slack.outbound.SocketAddresses;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps one socket to Slack open while the bot runs. It opens another before Slack closes the current one, and after
 * that breaks or goes silent. One thread makes these decisions; the SDK's own client does not survive every failure
 * (docs/slack.md, "Socket Mode").
 */
public final class SocketMode implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SocketMode.class);
    private static final Duration STANDS = Duration.ofSeconds(10);
    private static final long LOOK_EVERY_MILLIS = 100;

    private final SocketAddresses addresses;
    private final OkHttpClient client;
    private final EnvelopeProcessor envelopeProcessor;
    private final SocketTimeouts socketTimeouts;
    private final ReconnectBackoff backoff;
    private final ScheduledExecutorService keeper;
    private final List<Replaced> replaced = new CopyOnWriteArrayList<>();
    private volatile @Nullable SlackSocket current;
    private volatile @Nullable String trouble = "not opened yet";
    private volatile boolean closing;
    private long openedAt;

    private record Replaced(SlackSocket socket, long at) {}

    public SocketMode(SocketAddresses addresses, SlackRequestHandler slackRequestHandler) {
        this(addresses, slackRequestHandler, SocketTimeouts.USUAL);
    }

    SocketMode(SocketAddresses addresses, SlackRequestHandler slackRequestHandler, SocketTimeouts socketTimeouts) {
        this.addresses = addresses;
        this.client = addresses.client(socketTimeouts.ping());
        this.envelopeProcessor = new EnvelopeProcessor(slackRequestHandler);
        this.socketTimeouts = socketTimeouts;
        this.backoff = new ReconnectBackoff(socketTimeouts);
        this.keeper = Executors.newSingleThreadScheduledExecutor(work -> {
            var thread = new Thread(work, "socket-keeper");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Opens the socket in the background and keeps it open. */
    public void start() {
        var unused = keeper.scheduleWithFixedDelay(this::look, 0, LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Why nothing can arrive from Slack, in a few words; null while it can. */
    public @Nullable String trouble() {
        var open = current;
        if (open != null) {
            return open.ended();
        }
        return trouble;
    }

    private void look() {
        try {
            var open = current;
            var ended = open == null ? null : open.ended();
            if (open != null && ended != null) {
                lost(open, ended);
            }
            letGo();
            if (backoff.over() && (current == null || wantsAnother(current))) {
                open();
            }
        } catch (RuntimeException broken) {
            LOG.error("Keeping Slack's socket open failed; retrying", broken);
        }
    }

    private static boolean wantsAnother(@Nullable SlackSocket socket) {
        return socket != null && socket.goodbye() != null;
    }

    private void lost(SlackSocket socket, String why) {
        if (stood()) {
            backoff.stood();
        }
        var goodbye = socket.goodbye();
        down(goodbye == null ? why : why + ", after Slack said " + SocketAdvice.plain(goodbye), Duration.ZERO);
        current = null;
        socket.cut();
    }

    private void down(String why, Duration asked) {
        if (closing) {
            return; // closing interrupted the opening
        }
        trouble = why;
        var wait = backoff.failed(asked);
        LOG.warn("Slack's socket isn't open: {}. Retrying in {} ms", why, wait.toMillis());
    }

    private void open() {
        var socket = new SlackSocket(this::heard);
        try {
            socket.open(client, addresses.next(), socketTimeouts.hello().toMillis());
        } catch (MessengerException refused) {
            down(SocketAdvice.on(refused), refused.retryAfter());
            return;
        } catch (IOException unreachable) {
            socket.cut();
            down(String.valueOf(unreachable.getMessage()), Duration.ZERO);
            return;
        } catch (InterruptedException closing) {
            socket.cut();
            Thread.currentThread().interrupt();
            return;
        }
        var before = current;
        current = socket;
        if (before != null) {
            replaced.add(new Replaced(before, System.nanoTime()));
            renewed();
        }
        openedAt = System.nanoTime();
        LOG.info(before == null ? "Slack's socket is open" : "Slack's socket was renewed");
        if (closing) {
            socket.cut();
        }
    }

    /** Slack requests a new connection every few hours; repeated requests must not cause a storm. */
    private void renewed() {
        if (stood()) {
            backoff.stood();
        } else {
            backoff.failed(Duration.ZERO);
        }
    }

    private boolean stood() {
        return System.nanoTime() - openedAt > STANDS.toNanos();
    }

    private void heard(SlackSocket socket, String text) {
        SocketMessageReader.read(text).tell(new SocketMessage.Listener() {
            @Override
            public void hello() {
                socket.greeted();
            }

            @Override
            public void goodbye(String reason) {
                socket.saidGoodbye(reason);
            }

            @Override
            public void envelope(SocketMessage.Envelope envelope) {
                envelopeProcessor.take(envelope, socket::send);
            }
        });
    }

    /** Closes replaced sockets late: Slack usually closes them itself, and deliveries may still arrive over them. */
    private void letGo() {
        replaced.removeIf(each -> {
            if (each.socket().ended() == null
                    && System.nanoTime() - each.at() > socketTimeouts.linger().toNanos()) {
                each.socket().cut();
            }
            return each.socket().ended() != null;
        });
    }

    /** Accepts nothing more, waits for acknowledgements, and closes. */
    @Override
    public void close() {
        closing = true;
        envelopeProcessor.close();
        keeper.shutdownNow();
        trouble = "closed";
        replaced.forEach(each -> each.socket().cut());
        var open = current;
        if (open != null) {
            open.cut();
        }
    }
}
