package dev.signalman.playground.face;

import dev.signalman.playground.stage.DemoEnvironment;
import dev.signalman.web.EventStream;
import dev.signalman.web.ServerSentEvent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notifies the page of changed parts. It polls five times a second, since the CI's state is a function of time without
 * events; simultaneous changes make one event.
 */
final class PageUpdates implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PageUpdates.class);
    private static final long LOOK_EVERY_MILLIS = 200;
    private static final long BEAT_EVERY_LOOKS = 75; // fifteen seconds

    private final DemoEnvironment demo;
    private final CiView ci;
    private final EventStream stream = new EventStream(this::everything);
    private final Thread watch = new Thread(this::keepLooking, "playground-news");
    private Map<String, Object> seen = Map.of();
    private long revision;

    PageUpdates(DemoEnvironment demo, CiView ci) {
        this.demo = demo;
        this.ci = ci;
    }

    EventStream stream() {
        return stream;
    }

    void start() {
        watch.setDaemon(true);
        watch.start();
    }

    private void keepLooking() {
        for (long looks = 1; !Thread.currentThread().isInterrupted(); looks++) {
            try {
                TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MILLIS);
                look();
                if (looks % BEAT_EVERY_LOOKS == 0) {
                    stream.beat();
                }
            } catch (InterruptedException closed) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException broken) {
                LOG.error("Looking for changes failed; looking goes on", broken);
            }
        }
    }

    /** Looks now and reports changes since the last look. */
    synchronized void look() {
        if (stream.listeners() == 0) {
            return;
        }
        var now = sights();
        var changed = now.keySet().stream()
                .filter(part -> !Objects.equals(now.get(part), seen.get(part)))
                .toList();
        seen = now;
        if (!changed.isEmpty()) {
            revision++;
            stream.send(event(changed));
        }
    }

    private Map<String, Object> sights() {
        var sights = new LinkedHashMap<String, Object>();
        sights.put("slack", demo.slack().revision());
        sights.put("ci", ci.outline());
        sights.put("calls", demo.calls().last());
        sights.put("time", demo.clock().changes());
        sights.put("bot", demo.bot().changes());
        sights.put("faults", demo.troubles().changes());
        sights.put("agent", demo.terminal().changes());
        return sights;
    }

    private synchronized ServerSentEvent everything() {
        return event(List.of("slack", "ci", "calls", "time", "bot", "faults", "agent"));
    }

    private ServerSentEvent event(List<String> parts) {
        var sheet = PageJson.object().put("revision", revision);
        var names = sheet.putArray("parts");
        parts.forEach(names::add);
        return new ServerSentEvent("changed", PageJson.written(sheet));
    }

    @Override
    public void close() {
        watch.interrupt();
    }
}
