package dev.signalman.playground;

import dev.signalman.simulator.slack.PostedMessage;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** Plays a scripted day through signed HTTP and prints the channel as people see it. */
final class DemoTour {
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
    private static final int LOOK_EVERY_MILLIS = 100;

    private final DemoWorld world;
    private final PrintWriter out;
    private final long mostLooks;
    private final Set<String> printed = new HashSet<>();
    private final List<String> unseen = new ArrayList<>();

    DemoTour(DemoWorld world, PrintWriter out) {
        this(world, out, LONGEST_WAIT);
    }

    /** Waits up to {@code patience} for each expected message. */
    DemoTour(DemoWorld world, PrintWriter out, Duration patience) {
        this.world = world;
        this.out = out;
        this.mostLooks = patience.toMillis() / LOOK_EVERY_MILLIS;
    }

    /** Says what was not seen; gives the exit code, 0 only when everything was seen as told. */
    int end() {
        out.println();
        if (unseen.isEmpty()) {
            out.println("Everything was seen as told.");
        } else {
            out.println("NOT SEEN:");
            unseen.forEach(each -> out.println("  " + each));
        }
        out.flush();
        return unseen.isEmpty() ? 0 : 1;
    }

    DemoWorld world() {
        return world;
    }

    void headline(String text) {
        out.println();
        out.println("── " + text + " " + "─".repeat(Math.max(3, 76 - text.length())));
    }

    /** Types a slash command as a person. */
    void says(String person, String name, String channel, String line) {
        out.println();
        out.println(name + ":  " + line);
        world.slack().says(person, channel, line);
    }

    /** Prints an event outside Slack. */
    void happens(String words) {
        out.println();
        out.println("(" + words + ")");
    }

    /** Presses a button as a person, confirming any question. */
    void presses(String person, String name, PostedMessage message, String button) {
        out.println();
        out.println(name + " presses [" + button + "]");
        var press = world.slack().presses(person, message, button);
        if (press.asks()) {
            out.println("    “" + press.question().replace("\n", " ") + "”  yes");
            press.confirm();
        }
    }

    /** Submits a person's open form unchanged. */
    void submits(String person, String name, String title) throws InterruptedException {
        for (int looks = 0; looks < mostLooks; looks++) {
            var open = world.slack().modal(person).filter(form -> form.title().equals(title));
            if (open.isPresent()) {
                out.println();
                out.println("A form opens:");
                open.get().drawn().lines().forEach(line -> out.println("    " + line));
                out.println(name + " submits it");
                world.slack().submits(person, open.get(), Map.of());
                return;
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MILLIS);
        }
        unseen.add(title);
        throw new NeverSeenException(title);
    }

    /** Waits until a person sees a matching message; prints and returns it. */
    PostedMessage sees(String person, String channel, String what, Predicate<PostedMessage> like)
            throws InterruptedException {
        for (int looks = 0; looks < mostLooks; looks++) {
            var found = world.slack().visibleTo(person, channel).stream()
                    .filter(like)
                    .reduce((first, second) -> second);
            if (found.isPresent()) {
                print(found.get());
                return found.get();
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MILLIS);
        }
        unseen.add(what);
        throw new NeverSeenException(what);
    }

    private void print(PostedMessage message) {
        var drawn = world.slack().drawn(message);
        if (!printed.add(message.ts() + drawn)) {
            return;
        }
        var threaded = message.threadTs() != null && !message.threadTs().equals(message.ts());
        var margin = threaded ? "    │   " : "    ";
        if (message.ephemeral()) {
            out.println(margin + "(only visible to you)");
        }
        drawn.lines().forEach(line -> out.println(margin + line));
        out.flush();
    }

    /** An expected message did not appear. */
    static final class NeverSeenException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NeverSeenException(String what) {
            super(what);
        }
    }
}
