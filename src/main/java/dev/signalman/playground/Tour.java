package dev.signalman.playground;

import dev.signalman.simulator.slack.PostedMessage;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A scripted day, played through signed HTTP and printed as the channel that people see. */
final class Tour {
    private static final int LONGEST_WAIT_SECONDS = 30;

    private final World world;
    private final PrintWriter out;
    private final Set<String> printed = new HashSet<>();
    private final List<String> unseen = new ArrayList<>();

    Tour(World world, PrintWriter out) {
        this.world = world;
        this.out = out;
    }

    /** Plays it; true when everything was seen as told. */
    boolean play() throws InterruptedException {
        headline("A day in #deploys");
        new Day(this).play();
        out.println();
        if (unseen.isEmpty()) {
            out.println("Everything was seen as told.");
        } else {
            out.println("NOT SEEN:");
            unseen.forEach(each -> out.println("  " + each));
        }
        out.flush();
        return unseen.isEmpty();
    }

    World world() {
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

    /** Waits until somebody sees a message of which {@code like} holds, prints it, and gives it. */
    PostedMessage sees(String person, String channel, String what, Predicate<PostedMessage> like)
            throws InterruptedException {
        for (int tries = 0; tries < LONGEST_WAIT_SECONDS * 10; tries++) {
            var found = world.slack().visibleTo(person, channel).stream()
                    .filter(like)
                    .reduce((first, second) -> second);
            if (found.isPresent()) {
                print(found.get());
                return found.get();
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        unseen.add(what);
        throw new NeverSeenException(what);
    }

    private void print(PostedMessage message) {
        var drawn = message.drawn();
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
