package dev.signalman.playground;

import dev.signalman.playground.stage.DemoEnvironment;
import dev.signalman.simulator.slack.PostedMessage;
import java.time.Duration;
import java.util.Map;

/** Bob has a second factor on his phone, and the approval that is still missing needs its code. */
final class FactorScene {
    private static final Duration UNTIL_IT_COUNTS = Duration.ofHours(24);
    private static final String COUNTS = "Your authenticator app is set up, and it counts.";
    private static final String LINK_FIRST = "Link your own Semaphore token first";
    private static final String SET_UP = "A second factor was set up for your account.";

    private final DemoEnvironment demo;
    private final SceneSteps steps;

    FactorScene(DemoEnvironment demo, SceneSteps steps) {
        this.demo = demo;
        this.steps = steps;
    }

    /** A request that waits already is the scene. */
    void play() throws InterruptedException {
        if (hasAPhone() && steps.newest(DemoSeed.BOB, FactorScene::isWaiting).isPresent()) {
            return;
        }
        setsUp();
        var build = demo.semaphore().push("infra", "main", "Rotate the signing keys", "pia");
        demo.semaphore().finish(build.pipelineId());
        steps.says(DemoSeed.ALICE, "/semaphore promote rotate-keys infra because the old ones are a year old");
        var request = steps.sees(
                DemoSeed.BOB,
                "the request",
                message -> message.drawn().contains("to *rotate-keys*")
                        && message.drawn().contains("0 of 2 approvals"));
        steps.says(DemoSeed.CAROL, "/semaphore approve " + SceneSteps.number(request));
        steps.sees(DemoSeed.BOB, "Carol's approval", FactorScene::isWaiting);
    }

    private static boolean isWaiting(PostedMessage message) {
        return message.drawn().contains("to *rotate-keys*")
                && message.drawn().contains("1 of 2 approvals")
                && message.buttons().contains("Approve");
    }

    /** Sets up a factor unless the phone has one that counts, and lets its first day pass. */
    private void setsUp() throws InterruptedException {
        var answer = steps.asks(DemoSeed.BOB, "/semaphore factor");
        if (answer.drawn().contains(COUNTS) && hasAPhone()) {
            return;
        }
        if (answer.drawn().contains(LINK_FIRST)) {
            steps.says(DemoSeed.BOB, "/semaphore link");
            steps.fillsIn(
                    DemoSeed.BOB,
                    Map.of("Your Semaphore API token", demo.semaphore().token("bob")));
            steps.sees(DemoSeed.BOB, "the link", message -> message.drawn().contains("Your Semaphore token is linked"));
        }
        var known = demo.phones().of(DemoSeed.BOB).size();
        steps.says(DemoSeed.BOB, "/semaphore factor replace");
        steps.until("the key", () -> demo.phones().of(DemoSeed.BOB).size() > known);
        steps.presses(
                DemoSeed.BOB,
                steps.sees(
                        DemoSeed.BOB, "the button", message -> message.buttons().contains("Enter code")),
                "Enter code");
        var before = confirmations();
        steps.fillsIn(
                DemoSeed.BOB,
                Map.of(
                        "Code from your authenticator app",
                        demo.phones().of(DemoSeed.BOB).get(0).code()));
        steps.until("the factor", () -> confirmations() > before);
        demo.clock().skip(UNTIL_IT_COUNTS);
    }

    private boolean hasAPhone() {
        return !demo.phones().of(DemoSeed.BOB).isEmpty();
    }

    private long confirmations() {
        return demo.slack().visibleTo(DemoSeed.BOB, DemoSeed.DEPLOYS).stream()
                .filter(message -> message.drawn().contains(SET_UP))
                .count();
    }
}
