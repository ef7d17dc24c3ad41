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

/** A scripted day, played through signed HTTP and printed as the channel that people see. */
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

    /** With {@code patience} for each thing that should be seen. */
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

    /** Somebody types a slash command in a channel. */
    void says(String person, String name, String channel, String line) {
        out.println();
        out.println(name + ":  " + line);
        world.slack().says(person, channel, line);
    }

    /** Something happens that nobody does in Slack. */
    void happens(String words) {
        out.println();
        out.println("(" + words + ")");
    }

    /** Somebody presses a button, and says yes when it asks. */
    void presses(String person, String name, PostedMessage message, String button) {
        out.println();
        out.println(name + " presses [" + button + "]");
        var press = world.slack().presses(person, message, button);
        if (press.asks()) {
            out.println("    “" + press.question().replace("\n", " ") + "”  yes");
            press.confirm();
        }
    }

    /** The form that opens on somebody's screen is submitted as it is. */
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

    /** Waits until somebody sees a message of which {@code like} holds, prints it, and gives it. */
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

    /** Something that the day tells did not happen. */
    static final class NeverSeenException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NeverSeenException(String what) {
            super(what);
        }
    }
}
