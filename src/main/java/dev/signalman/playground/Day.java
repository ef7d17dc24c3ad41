package dev.signalman.playground;

import dev.signalman.simulator.slack.PostedMessage;
import java.util.function.Predicate;

/** What happens on the tour's day. */
final class Day {
    private final Tour tour;

    Day(Tour tour) {
        this.tour = tour;
    }

    void play() throws InterruptedException {
        try {
            morning();
            failure();
            promotion();
            approval();
            refusals();
            stop();
            notification();
        } catch (Tour.NeverSeenException told) {
            tour.headline("The day ends here: " + told.getMessage() + " was never seen");
        }
    }

    private void morning() throws InterruptedException {
        tour.says(Seed.ALICE, "Alice", Seed.DEPLOYS, "/semaphore help promote");
        tour.sees(Seed.ALICE, Seed.DEPLOYS, "help for promote", ephemeral("promote"));
        tour.says(Seed.ALICE, "Alice", Seed.DEPLOYS, "/semaphore use web");
        tour.sees(Seed.BOB, Seed.DEPLOYS, "the channel's project", shown("web"));
        tour.says(Seed.ALICE, "Alice", Seed.DEPLOYS, "/semaphore status");
        tour.sees(
                Seed.ALICE,
                Seed.DEPLOYS,
                "the pipeline's card",
                ephemeral("passed on `main`").and(has("Promote to staging")));
    }

    private void failure() throws InterruptedException {
        tour.headline("A failure in #builds, and its rebuild");
        tour.says(Seed.BOB, "Bob", Seed.BUILDS, "/semaphore run api");
        var card = tour.sees(Seed.BOB, Seed.BUILDS, "the new pipeline's card", shown("Run by Bob"));
        var log = "--- FAIL: TestRetry (0.02s)\n    retry_test.go:41: got 2 tries, want 3\nFAIL\n";
        tour.world().semaphore().failJob(newestPipeline("api"), "Test", "go test", 1, log);
        var failed = tour.sees(Seed.CAROL, Seed.BUILDS, "the failed card", at(card).and(has("Rebuild failed")));
        tour.presses(Seed.CAROL, "Carol", failed, "Logs");
        tour.sees(Seed.CAROL, Seed.BUILDS, "the end of the log", ephemeral("retry_test.go:41"));
        tour.presses(Seed.CAROL, "Carol", failed, "Rebuild failed");
        tour.sees(
                Seed.BOB,
                Seed.BUILDS,
                "the rebuilt pipeline",
                shown("Rebuilt by Carol").and(shown("passed")));
    }

    private void promotion() throws InterruptedException {
        tour.headline("To staging by typing, to production by a button, in #deploys");
        tour.says(Seed.ALICE, "Alice", Seed.DEPLOYS, "/semaphore promote staging");
        tour.sees(Seed.ALICE, Seed.DEPLOYS, "what was chosen", ephemeral("Promoting web on main"));
        tour.sees(
                Seed.BOB,
                Seed.DEPLOYS,
                "the deploy's own card",
                shown("Promoted to staging by Alice").and(shown("passed")));
        var parent = tour.sees(
                Seed.BOB,
                Seed.DEPLOYS,
                "the deploy on the parent's card",
                shown("*staging*: deployed").and(has("Promote to production")));
        tour.presses(Seed.BOB, "Bob", parent, "Promote to production");
        tour.submits(Seed.BOB, "Bob", "Promote to production");
        tour.sees(Seed.ALICE, Seed.DEPLOYS, "production deployed", shown("*production*: deployed"));
        tour.says(Seed.ALICE, "Alice", Seed.DEPLOYS, "/semaphore promote production");
        tour.sees(
                Seed.ALICE,
                Seed.DEPLOYS,
                "asking before it goes again",
                ephemeral("Promote it again?").and(has("Promote again")));
    }

    private void approval() throws InterruptedException {
        tour.headline("To production with the word of two");
        tour.says(Seed.DORA, "Dora", Seed.DEPLOYS, "/semaphore promote staging api");
        tour.sees(
                Seed.BOB,
                Seed.DEPLOYS,
                "the deploy to staging",
                shown("Promoted to staging by Dora").and(shown("passed")));
        tour.says(Seed.DORA, "Dora", Seed.DEPLOYS, "/semaphore promote production api because refunds wait for it");
        var asked = tour.sees(
                Seed.BOB, Seed.DEPLOYS, "the request", shown("0 of 2 approvals").and(has("Approve")));
        tour.presses(Seed.BOB, "Bob", asked, "Approve");
        var one =
                tour.sees(Seed.CAROL, Seed.DEPLOYS, "the first word", at(asked).and(shown("1 of 2 approvals")));
        tour.presses(Seed.CAROL, "Carol", one, "Approve");
        tour.sees(
                Seed.DORA,
                Seed.DEPLOYS,
                "production deployed by the word of two",
                at(asked).and(shown("*api* is on *production*")));
    }

    private void refusals() throws InterruptedException {
        tour.headline("What is refused");
        tour.says(Seed.BOB, "Bob", Seed.DEPLOYS, "/semaphore promot staging");
        tour.sees(
                Seed.BOB,
                Seed.DEPLOYS,
                "the nearest verb",
                ephemeral("promot").and(message -> !message.buttons().isEmpty()));
        tour.says(Seed.BOB, "Bob", Seed.DEPLOYS, "/semaphore promote production REGION=mars");
        tour.sees(Seed.BOB, Seed.DEPLOYS, "the values that would be right", ephemeral("eu, us"));
        tour.says(Seed.GUEST, "Gus, a guest", Seed.DEPLOYS, "/semaphore rerun web");
        tour.sees(Seed.GUEST, Seed.DEPLOYS, "guests may not act", ephemeral("guest"));
    }

    private void stop() throws InterruptedException {
        tour.headline("A run that is stopped, in #builds");
        tour.says(Seed.ALICE, "Alice", Seed.BUILDS, "/semaphore run infra");
        var card = tour.sees(
                Seed.ALICE, Seed.BUILDS, "a running card", shown("Run by Alice").and(has("Stop")));
        tour.presses(Seed.ALICE, "Alice", card, "Stop");
        tour.sees(
                Seed.BOB,
                Seed.BUILDS,
                "the card that says who stopped it",
                at(card).and(shown("Stopped by Alice")).and(has("Rerun")));
    }

    private void notification() throws InterruptedException {
        tour.headline("What #builds hears of by itself");
        tour.says(Seed.CAROL, "Carol", Seed.BUILDS, "/semaphore subscribe web@main");
        tour.sees(Seed.BOB, Seed.BUILDS, "the subscription", shown("Carol subscribed this channel to"));
        tour.happens("bob pushes a commit to main of web, and its pipeline runs");
        var pushed = tour.world().semaphore().push("web", "main", "Number invoices without gaps", "bob");
        tour.world().semaphore().finish(pushed.pipelineId());
        tour.sees(
                Seed.BOB,
                Seed.BUILDS,
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
