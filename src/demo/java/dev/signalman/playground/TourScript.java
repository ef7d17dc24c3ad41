package dev.signalman.playground;

import dev.signalman.simulator.slack.PostedMessage;
import java.util.function.Predicate;

/** The script of the tour. */
final class TourScript {
    private final DemoTour tour;

    TourScript(DemoTour tour) {
        this.tour = tour;
    }

    /** Plays it; gives the exit code, 0 only when everything was seen as told. */
    int play() throws InterruptedException {
        tour.headline("A day in #deploys");
        try {
            morning();
            failure();
            promotion();
            approval();
            refusals();
            stop();
            notification();
        } catch (DemoTour.NeverSeenException told) {
            tour.headline("The day ends here: " + told.getMessage() + " was never seen");
        }
        return tour.end();
    }

    private void morning() throws InterruptedException {
        tour.says(DemoSeed.ALICE, "Alice", DemoSeed.DEPLOYS, "/semaphore help promote");
        tour.sees(DemoSeed.ALICE, DemoSeed.DEPLOYS, "help for promote", ephemeral("promote"));
        tour.says(DemoSeed.ALICE, "Alice", DemoSeed.DEPLOYS, "/semaphore use web");
        tour.sees(DemoSeed.BOB, DemoSeed.DEPLOYS, "the channel's project", shown("web"));
        tour.says(DemoSeed.ALICE, "Alice", DemoSeed.DEPLOYS, "/semaphore status");
        tour.sees(
                DemoSeed.ALICE,
                DemoSeed.DEPLOYS,
                "the pipeline's card",
                ephemeral("passed on `main`").and(has("Promote to staging")));
    }

    private void failure() throws InterruptedException {
        tour.headline("A failure in #builds, and its rebuild");
        tour.says(DemoSeed.BOB, "Bob", DemoSeed.BUILDS, "/semaphore run api");
        var card = tour.sees(DemoSeed.BOB, DemoSeed.BUILDS, "the new pipeline's card", shown("Run by Bob"));
        var log = "--- FAIL: TestRetry (0.02s)\n    retry_test.go:41: got 2 tries, want 3\nFAIL\n";
        tour.world().semaphore().failJob(newestPipeline("api"), "Test", "go test", 1, log);
        var failed = tour.sees(DemoSeed.CAROL, DemoSeed.BUILDS, "the failed card", at(card).and(has("Rebuild failed")));
        tour.presses(DemoSeed.CAROL, "Carol", failed, "Logs");
        tour.sees(DemoSeed.CAROL, DemoSeed.BUILDS, "the end of the log", ephemeral("retry_test.go:41"));
        tour.presses(DemoSeed.CAROL, "Carol", failed, "Rebuild failed");
        tour.sees(
                DemoSeed.BOB,
                DemoSeed.BUILDS,
                "the rebuilt pipeline",
                shown("Rebuilt by Carol").and(shown("passed")));
    }

    private void promotion() throws InterruptedException {
        tour.headline("To staging by typing, to production by a button, in #deploys");
        tour.says(DemoSeed.ALICE, "Alice", DemoSeed.DEPLOYS, "/semaphore promote staging");
        tour.sees(DemoSeed.ALICE, DemoSeed.DEPLOYS, "what was chosen", ephemeral("Promoting web on main"));
        tour.sees(
                DemoSeed.BOB,
                DemoSeed.DEPLOYS,
                "the deploy's own card",
                shown("Promoted to staging by Alice").and(shown("passed")));
        var parent = tour.sees(
                DemoSeed.BOB,
                DemoSeed.DEPLOYS,
                "the deploy on the parent's card",
                shown("*staging*: deployed").and(has("Promote to production")));
        tour.presses(DemoSeed.BOB, "Bob", parent, "Promote to production");
        tour.submits(DemoSeed.BOB, "Bob", "Promote to production");
        tour.sees(DemoSeed.ALICE, DemoSeed.DEPLOYS, "production deployed", shown("*production*: deployed"));
        tour.says(DemoSeed.ALICE, "Alice", DemoSeed.DEPLOYS, "/semaphore promote production");
        tour.sees(
                DemoSeed.ALICE,
                DemoSeed.DEPLOYS,
                "asking before it goes again",
                ephemeral("Promote again?").and(has("Promote again")));
    }

    private void approval() throws InterruptedException {
        tour.headline("To production with two approvals");
        tour.says(DemoSeed.DORA, "Dora", DemoSeed.DEPLOYS, "/semaphore promote staging api");
        tour.sees(
                DemoSeed.BOB,
                DemoSeed.DEPLOYS,
                "the deploy to staging",
                shown("Promoted to staging by Dora").and(shown("passed")));
        tour.says(
                DemoSeed.DORA,
                "Dora",
                DemoSeed.DEPLOYS,
                "/semaphore promote production api because refunds wait for it");
        var asked = tour.sees(
                DemoSeed.BOB,
                DemoSeed.DEPLOYS,
                "the request",
                shown("0 of 2 approvals").and(has("Approve")));
        tour.presses(DemoSeed.BOB, "Bob", asked, "Approve");
        var one = tour.sees(
                DemoSeed.CAROL, DemoSeed.DEPLOYS, "the first word", at(asked).and(shown("1 of 2 approvals")));
        tour.presses(DemoSeed.CAROL, "Carol", one, "Approve");
        tour.sees(
                DemoSeed.DORA,
                DemoSeed.DEPLOYS,
                "production deployed by the word of two",
                at(asked).and(shown("*api* is on *production*")));
    }

    private void refusals() throws InterruptedException {
        tour.headline("What is refused");
        tour.says(DemoSeed.BOB, "Bob", DemoSeed.DEPLOYS, "/semaphore promot staging");
        tour.sees(
                DemoSeed.BOB,
                DemoSeed.DEPLOYS,
                "the nearest verb",
                ephemeral("promot").and(message -> !message.buttons().isEmpty()));
        tour.says(DemoSeed.BOB, "Bob", DemoSeed.DEPLOYS, "/semaphore promote production REGION=mars");
        tour.sees(DemoSeed.BOB, DemoSeed.DEPLOYS, "the values that would be right", ephemeral("eu, us"));
        tour.says(DemoSeed.GUEST, "Gus, a guest", DemoSeed.DEPLOYS, "/semaphore rerun web");
        tour.sees(DemoSeed.GUEST, DemoSeed.DEPLOYS, "guests may not act", ephemeral("guest"));
    }

    private void stop() throws InterruptedException {
        tour.headline("A run that is stopped, in #builds");
        tour.says(DemoSeed.ALICE, "Alice", DemoSeed.BUILDS, "/semaphore run infra");
        var card = tour.sees(
                DemoSeed.ALICE,
                DemoSeed.BUILDS,
                "a running card",
                shown("Run by Alice").and(has("Stop")));
        tour.presses(DemoSeed.ALICE, "Alice", card, "Stop");
        tour.sees(
                DemoSeed.BOB,
                DemoSeed.BUILDS,
                "the card that says who stopped it",
                at(card).and(shown("Stopped by Alice")).and(has("Rerun")));
    }

    private void notification() throws InterruptedException {
        tour.headline("What #builds hears of by itself");
        tour.says(DemoSeed.CAROL, "Carol", DemoSeed.BUILDS, "/semaphore subscribe web@main");
        tour.sees(DemoSeed.BOB, DemoSeed.BUILDS, "the subscription", shown("Carol subscribed this channel to"));
        tour.happens("bob pushes a commit to main of web, and its pipeline runs");
        var pushed = tour.world().semaphore().push("web", "main", "Number invoices without gaps", "bob");
        tour.world().semaphore().finish(pushed.pipelineId());
        tour.sees(
                DemoSeed.BOB,
                DemoSeed.BUILDS,
                "the build that the channel is told of",
                shown("Number invoices without gaps").and(shown("passed")));
    }

    private String newestPipeline(String project) {
        var pipelines = tour.world().semaphore().pipelines(project);
        return pipelines.get(pipelines.size() - 1);
    }

    private static Predicate<PostedMessage> shown(String words) {
        return message -> !message.ephemeral() && message.drawn().contains(words);
    }

    private static Predicate<PostedMessage> ephemeral(String words) {
        return message -> message.ephemeral() && message.drawn().contains(words);
    }

    private static Predicate<PostedMessage> has(String button) {
        return message -> message.buttons().contains(button);
    }

    private static Predicate<PostedMessage> at(PostedMessage card) {
        return message -> message.ts().equals(card.ts());
    }
}
