package dev.signalman.playground;

import dev.signalman.playground.face.Scenes.BrokenOffException;
import dev.signalman.playground.stage.DemoEnvironment;
import dev.signalman.simulator.slack.OpenView;
import dev.signalman.simulator.slack.PostedMessage;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What people do in a scene, all in #deploys, and what they wait for. */
final class SceneSteps {
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
    private static final int LOOK_EVERY_MILLIS = 50;
    private static final Pattern REQUEST_NUMBER = Pattern.compile("\\*#(\\d+)\\*");

    private final DemoEnvironment demo;

    SceneSteps(DemoEnvironment demo) {
        this.demo = demo;
    }

    void says(String person, String line) {
        demo.slack().says(person, DemoSeed.DEPLOYS, line);
    }

    /** Says something, and waits for an answer that only this person sees. */
    PostedMessage asks(String person, String line) throws InterruptedException {
        var before = lastAnswer(person);
        says(person, line);
        until("the answer to " + line, () -> !lastAnswer(person).equals(before));
        return lastAnswer(person).orElseThrow();
    }

    private Optional<PostedMessage> lastAnswer(String person) {
        return newest(person, PostedMessage::ephemeral);
    }

    /** Fills in the form that opens, by its labels, and submits it. */
    void fillsIn(String person, Map<String, String> values) throws InterruptedException {
        until("the form", () -> demo.slack().modal(person).isPresent());
        demo.slack().submits(person, demo.slack().modal(person).orElseThrow(), values);
        until(
                "the form's end",
                () -> demo.slack().modal(person).map(OpenView::errors).isEmpty());
    }

    void presses(String person, PostedMessage message, String button) {
        demo.slack().presses(person, message, button);
    }

    Optional<PostedMessage> newest(String person, Predicate<PostedMessage> like) {
        return demo.slack().visibleTo(person, DemoSeed.DEPLOYS).stream()
                .filter(like)
                .reduce((first, second) -> second);
    }

    /** Waits for a message, which may be there already. */
    PostedMessage sees(String person, String what, Predicate<PostedMessage> like) throws InterruptedException {
        until(what, () -> newest(person, like).isPresent());
        return newest(person, like).orElseThrow();
    }

    /** The number of the request that a message shows. */
    static String number(PostedMessage request) {
        return REQUEST_NUMBER
                .matcher(request.drawn())
                .results()
                .findFirst()
                .orElseThrow()
                .group(1);
    }

    String newestPipeline(String project) {
        var pipelines = demo.semaphore().pipelines(project);
        return pipelines.get(pipelines.size() - 1);
    }

    void until(String what, BooleanSupplier so) throws InterruptedException {
        for (long looks = LONGEST_WAIT.toMillis() / LOOK_EVERY_MILLIS; looks > 0; looks--) {
            if (so.getAsBoolean()) {
                return;
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MILLIS);
        }
        throw new BrokenOffException(what + " was not seen within " + LONGEST_WAIT.toSeconds() + " s");
    }
}
