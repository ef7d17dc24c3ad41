package dev.signalman.playground;

import dev.signalman.playground.face.Scenes;
import dev.signalman.playground.stage.DemoEnvironment;
import dev.signalman.simulator.slack.PostedMessage;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** The demo's scenes, all in #deploys. Each is played through Slack and Semaphore, as people would. */
final class DemoScenes implements Scenes {
    private static final String FAILING_LOG = """
            Failures:

              1) Invoice rounds half-even
                 Failure/Error: expect(invoice.total).to eq(Money.new(10_02))
                   expected: 10.02
                        got: 10.03

            48 examples, 1 failure
            """;

    private static final List<String> LIBRARIES = List.of(
            "assertj",
            "awaitility",
            "axe",
            "bolt",
            "caffeine",
            "eslint",
            "feign",
            "flyway",
            "gson",
            "guice",
            "h2",
            "hikari",
            "jackson",
            "jdbi",
            "jetty",
            "jsdom",
            "junit",
            "logback",
            "msw",
            "okhttp",
            "picocli",
            "playwright",
            "postgresql",
            "prettier",
            "react",
            "rollup",
            "slf4j",
            "typescript",
            "vite",
            "zod");
    private static final int PASSING = 18;
    private static final int FAILING = 2;

    private final DemoEnvironment demo;
    private final SceneSteps steps;

    DemoScenes(DemoEnvironment demo) {
        this.demo = demo;
        this.steps = new SceneSteps(demo);
    }

    @Override
    public List<String> names() {
        return List.of(
                "agent", "approval", "break-glass", "burst", "factor", "failure", "gate", "later", "lock", "outage");
    }

    @Override
    public synchronized Spot play(String name) throws InterruptedException {
        steps.until("the bot that answers", () -> demo.bot().running());
        switch (name) {
            case "agent" -> {
                new AgentScene(demo, steps).play();
                return seenBy(DemoSeed.BOB);
            }
            case "approval" -> {
                asksForApproval();
                return seenBy(DemoSeed.BOB);
            }
            case "break-glass" -> {
                asksForApproval();
                return seenBy(DemoSeed.DORA);
            }
            case "burst" -> {
                updatesThirtyLibraries();
                return seenBy(DemoSeed.ALICE);
            }
            case "factor" -> {
                new FactorScene(demo, steps).play();
                return seenBy(DemoSeed.BOB);
            }
            case "failure" -> {
                breaksABuild();
                return seenBy(DemoSeed.ALICE);
            }
            case "gate" -> {
                waitsAtTheGate();
                return seenBy(DemoSeed.BOB);
            }
            case "later" -> {
                schedulesADeploy();
                return seenBy(DemoSeed.ALICE);
            }
            case "lock" -> {
                locksProduction();
                return seenBy(DemoSeed.ALICE);
            }
            case "outage" -> {
                demo.troubles().semaphoreDown(true);
                steps.says(DemoSeed.ALICE, "/semaphore status web");
                return seenBy(DemoSeed.ALICE);
            }
            default -> throw new BrokenOffException("there is no scene " + name);
        }
    }

    private static Spot seenBy(String person) {
        return new Spot(person, DemoSeed.DEPLOYS);
    }

    /** A request that waits already is the scene. */
    private void asksForApproval() throws InterruptedException {
        Predicate<PostedMessage> request =
                message -> !message.ephemeral() && message.buttons().contains("Approve");
        if (steps.newest(DemoSeed.BOB, request).isPresent()) {
            return;
        }
        reachesStaging("Refund twice charged cards");
        steps.says(DemoSeed.ALICE, "/semaphore promote production api because refunds wait for it");
        steps.until("the request", () -> steps.newest(DemoSeed.BOB, request).isPresent());
    }

    private void reachesStaging(String change) throws InterruptedException {
        var build = demo.semaphore().push("api", "main", change, "alice");
        demo.semaphore().finish(build.pipelineId());
        int before = demo.semaphore().pipelines("api").size();
        steps.says(DemoSeed.ALICE, "/semaphore promote staging api");
        steps.until(
                "the deploy to staging", () -> demo.semaphore().pipelines("api").size() > before);
        demo.semaphore().finish(steps.newestPipeline("api"));
    }

    /** Approved now, so that nobody has to be awake when it goes. */
    private void schedulesADeploy() throws InterruptedException {
        Predicate<PostedMessage> scheduled =
                message -> !message.ephemeral() && message.drawn().contains("scheduled by");
        if (steps.newest(DemoSeed.ALICE, scheduled).isPresent()) {
            return;
        }
        reachesStaging("Archive paid invoices");
        steps.says(DemoSeed.ALICE, "/semaphore promote production api at 6:00 because nobody pays then");
        Predicate<PostedMessage> request = message -> message.drawn().contains("If it's approved in time, it goes");
        steps.until("the request", () -> steps.newest(DemoSeed.BOB, request).isPresent());
        var number = SceneSteps.number(steps.newest(DemoSeed.BOB, request).orElseThrow());
        for (var approver : List.of(DemoSeed.BOB, DemoSeed.CAROL)) {
            steps.says(approver, "/semaphore approve " + number);
        }
        steps.until(
                "the approvals", () -> steps.newest(DemoSeed.ALICE, scheduled).isPresent());
    }

    /** Somebody applies on Semaphore's web; the deploy's first job asks the bot. */
    private void waitsAtTheGate() throws InterruptedException {
        Predicate<PostedMessage> held = message -> message.drawn().contains("is waiting at the gate")
                && message.buttons().contains("Approve");
        if (steps.newest(DemoSeed.BOB, held).isPresent()) {
            return;
        }
        var build = demo.semaphore().push("infra", "main", "Move the queue back", "pia");
        demo.semaphore().finish(build.pipelineId());
        int before = demo.semaphore().pipelines("infra").size();
        demo.semaphore().promoteOnTheWeb(build.pipelineId(), "apply", "dora", Map.of("WORKSPACE", "blue"));
        steps.until("the deploy", () -> demo.semaphore().pipelines("infra").size() > before);
        demo.semaphore().begin(steps.newestPipeline("infra"));
        steps.until("the request", () -> steps.newest(DemoSeed.BOB, held).isPresent());
    }

    /** A robot pushes thirty branches at once: most builds pass, two fail, and the rest are still running. */
    private void updatesThirtyLibraries() throws InterruptedException {
        steps.says(DemoSeed.ALICE, "/semaphore subscribe web mode=live");
        steps.until(
                "the subscription",
                () -> steps.newest(DemoSeed.ALICE, message -> message.drawn().contains("ubscribed"))
                        .isPresent());
        var builds = LIBRARIES.stream()
                .map(library -> demo.semaphore()
                        .push("web", "update/" + library, "Update " + library, "renovate")
                        .pipelineId())
                .toList();
        steps.until("the message that they share", () -> shared(" builds since"));
        for (int n = 0; n < PASSING; n++) {
            demo.semaphore().finish(builds.get(n));
        }
        for (var build : builds.subList(PASSING, PASSING + FAILING)) {
            demo.semaphore().begin(build);
            demo.semaphore().failJob(build, "Test", "rspec 1 of 2", 1, FAILING_LOG);
        }
        steps.until(
                "the failures",
                () -> shared(FAILING + " failed")
                        && builds.subList(PASSING, PASSING + FAILING).stream().allMatch(this::isShownAsFailed));
    }

    private boolean isShownAsFailed(String pipeline) {
        return steps.newest(
                        DemoSeed.ALICE,
                        message ->
                                isFailed(message) && message.blocks().toString().contains(pipeline))
                .isPresent();
    }

    private boolean shared(String words) {
        return steps.newest(DemoSeed.ALICE, message -> message.drawn().contains("builds since"))
                .filter(message -> message.drawn().contains(words))
                .isPresent();
    }

    private void breaksABuild() throws InterruptedException {
        int before = demo.semaphore().pipelines("web").size();
        steps.says(DemoSeed.ALICE, "/semaphore run web");
        steps.until("the new build", () -> demo.semaphore().pipelines("web").size() > before);
        var pipeline = steps.newestPipeline("web");
        demo.semaphore().begin(pipeline);
        demo.semaphore().failJob(pipeline, "Test", "rspec 1 of 2", 1, FAILING_LOG);
        steps.until(
                "the failed build",
                () -> steps.newest(DemoSeed.ALICE, DemoScenes::isFailed).isPresent());
    }

    private static boolean isFailed(PostedMessage message) {
        return !message.ephemeral() && message.buttons().stream().anyMatch(button -> button.startsWith("Rebuild"));
    }

    private void locksProduction() throws InterruptedException {
        var reason = "the database moves";
        steps.says(DemoSeed.BOB, "/semaphore lock production web for 2h because " + reason);
        steps.until(
                "the lock",
                () -> steps.newest(DemoSeed.ALICE, message -> message.drawn().contains(reason))
                        .isPresent());
    }
}
