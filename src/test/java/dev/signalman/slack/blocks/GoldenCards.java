package dev.signalman.slack.blocks;

import dev.signalman.card.Button;
import dev.signalman.card.Card;
import dev.signalman.card.CardActions;
import dev.signalman.card.HomeCard;
import dev.signalman.card.ListCard;
import dev.signalman.card.LogExcerpt;
import dev.signalman.card.Menu;
import dev.signalman.card.RefusalCard;
import dev.signalman.card.Symbol;
import dev.signalman.card.Text;
import dev.signalman.card.TextCard;
import dev.signalman.command.Logs;
import dev.signalman.command.Rebuild;
import dev.signalman.command.Subject;
import dev.signalman.domain.BlockJob;
import dev.signalman.domain.EnvVar;
import dev.signalman.domain.GitRef;
import dev.signalman.domain.PipelineState;
import dev.signalman.domain.Result;
import dev.signalman.domain.ResultReason;
import dev.signalman.feature.approvals.request.SampleRequests;
import dev.signalman.feature.locks.SampleLocks;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/** One card of each kind and state, by the name of its golden file. */
final class GoldenCards {
    private static final BlockJob[] TWO_OF_EIGHT = IntStream.range(0, 8)
            .mapToObj(n -> SamplePipeline.job("rspec", n, n < 2 ? Result.PASSED : null))
            .toArray(BlockJob[]::new);

    private GoldenCards() {}

    static Card named(String name) {
        return Objects.requireNonNull(all().get(name));
    }

    static Map<String, Card> all() {
        var cards = new LinkedHashMap<String, Card>();
        unfinished(cards);
        finished(cards);
        ends(cards);
        deploys(cards);
        others(cards);
        cards.putAll(SampleRequests.cards());
        cards.putAll(SampleLocks.cards());
        return cards;
    }

    private static void unfinished(Map<String, Card> cards) {
        cards.put("pipeline-queued", SampleCards.of(SamplePipeline.in(PipelineState.QUEUING), SampleCards.STOP));
        var running = List.of(
                SamplePipeline.passed("Build"),
                SamplePipeline.block("Test", PipelineState.RUNNING, null, TWO_OF_EIGHT),
                SamplePipeline.waiting("Publish"));
        cards.put(
                "pipeline-running",
                SampleCards.of(SamplePipeline.in(PipelineState.RUNNING).with(running), SampleCards.STOP)
                        .knowing(Map.of("j-Build0", SampleCards.ran(0, 62))));
        var stopping =
                List.of(SamplePipeline.passed("Build"), SamplePipeline.block("Test", PipelineState.STOPPING, null));
        cards.put(
                "pipeline-stopping",
                SampleCards.of(SamplePipeline.in(PipelineState.STOPPING).with(stopping)));
        var many = new ArrayList<>(IntStream.range(0, 27)
                .mapToObj(n -> SamplePipeline.passed("Part " + n))
                .toList());
        many.add(SamplePipeline.waiting("Publish"));
        many.add(SamplePipeline.failed("Lint", "lint", 4));
        many.add(SamplePipeline.block("Test", PipelineState.RUNNING, null, TWO_OF_EIGHT));
        cards.put(
                "pipeline-many-blocks",
                SampleCards.of(SamplePipeline.in(PipelineState.RUNNING).with(many), SampleCards.STOP));
    }

    private static void finished(Map<String, Card> cards) {
        var passed = SamplePipeline.ended(
                Result.PASSED,
                ResultReason.TEST,
                SamplePipeline.passed("Build"),
                SamplePipeline.passed("Test"),
                SamplePipeline.skipped("Publish"));
        var staging = Text.empty()
                .bold("staging")
                .plain(": deployed ")
                .date(SamplePipeline.ENDED)
                .plain(" by Alice  ·  ")
                .link("pipeline", SampleCards.URL);
        cards.put(
                "pipeline-passed",
                SampleCards.with(
                        passed,
                        "",
                        List.of(),
                        List.of(staging),
                        CardActions.of(
                                SampleCards.promote("production")
                                        .primary()
                                        .asking("Promote to production?", "web, main, 9f1c2ab.", "Promote", "Cancel"),
                                SampleCards.promote("staging"),
                                SampleCards.RERUN)));
        var rest = new Menu(
                "Promote to …",
                IntStream.range(0, 3)
                        .mapToObj(n -> SampleCards.promote("region-" + n))
                        .toList());
        cards.put(
                "pipeline-many-promotions",
                SampleCards.with(
                        passed,
                        "Rerun by Bob",
                        List.of(Text.of("Rerun of an ").link("earlier workflow", SampleCards.URL)),
                        List.of(),
                        new CardActions(
                                List.of(SampleCards.promote("production").primary(), SampleCards.RERUN), rest)));
        var failed = SamplePipeline.ended(
                Result.FAILED,
                ResultReason.TEST,
                SamplePipeline.passed("Build"),
                SamplePipeline.failed("Test", "rspec", 3, 7),
                SamplePipeline.skipped("Publish"));
        cards.put("pipeline-failed", SampleCards.of(failed, SampleCards.afterFailure()));
        cards.put(
                "pipeline-failed-known",
                SampleCards.of(failed, SampleCards.afterFailure()).knowing(SampleCards.afterTests()));
        cards.put(
                "pipeline-failed-widely",
                SampleCards.of(
                        failed.with(List.of(SamplePipeline.failed("Test", "rspec", 1, 2, 3, 4, 5, 6, 7, 8))),
                        SampleCards.afterFailure()));
    }

    private static void ends(Map<String, Card> cards) {
        var stopped = SamplePipeline.block("Test", PipelineState.DONE, Result.STOPPED);
        cards.put(
                "pipeline-stopped",
                SampleCards.with(
                        SamplePipeline.ended(
                                Result.STOPPED,
                                ResultReason.USER,
                                SamplePipeline.passed("Build"),
                                stopped,
                                SamplePipeline.skipped("Publish")),
                        "Stopped by Bob",
                        List.of(),
                        List.of(),
                        CardActions.of(SampleCards.RERUN)));
        cards.put(
                "pipeline-outrun",
                SampleCards.of(
                        SamplePipeline.ended(Result.STOPPED, ResultReason.STRATEGY, stopped), SampleCards.RERUN));
        cards.put(
                "pipeline-canceled",
                SampleCards.of(SamplePipeline.ended(Result.CANCELED, ResultReason.DELETED), SampleCards.RERUN));
        cards.put(
                "pipeline-malformed",
                SampleCards.of(
                        SamplePipeline.ended(Result.FAILED, ResultReason.MALFORMED)
                                .broken("blocks[0]: 'task' is\nmissing"),
                        SampleCards.RERUN));
    }

    private static void deploys(Map<String, Card> cards) {
        cards.put(
                "deploy-running",
                SampleCards.with(
                        SamplePipeline.in(PipelineState.RUNNING)
                                .promoted("Production deploy", new EnvVar("VERSION", "v2"))
                                .with(List.of(SamplePipeline.block("Deploy", PipelineState.RUNNING, null))),
                        "Promoted by Alice",
                        List.of(),
                        List.of(),
                        CardActions.of(SampleCards.STOP)));
        cards.put(
                "deploy-passed",
                SampleCards.of(SamplePipeline.ended(Result.PASSED, ResultReason.TEST, SamplePipeline.passed("Deploy"))
                        .on(new GitRef(GitRef.Kind.TAG, "v1.2"))
                        .promoted("Production deploy")));
        cards.put(
                "pull-request-passed",
                SampleCards.of(
                        SamplePipeline.ended(Result.PASSED, ResultReason.TEST).on(GitRef.parse("pull-request-7")),
                        SampleCards.RERUN));
    }

    private static void others(Map<String, Card> cards) {
        cards.put(
                "answer",
                new TextCard(
                        "Promote to production again? It already deployed 9f1c2ab.",
                        List.of(
                                Text.of("Promote to ").bold("production").plain(" again?"),
                                Text.of("It went through ")
                                        .date(SamplePipeline.ENDED)
                                        .plain(" by ")
                                        .mention("U0ALICE", "Alice")
                                        .plain(".")),
                        List.of("Nothing was changed."),
                        CardActions.of(Button.of(
                                        "Promote again",
                                        SampleCards.promote("production").command())
                                .danger()
                                .asking(
                                        "Promote again?",
                                        "web, main, 9f1c2ab goes to production a second time.",
                                        "Promote again",
                                        "Cancel"))));
        cards.put(
                "excerpt",
                new LogExcerpt(
                        "rspec 3 of 8 of web failed; here is the end of its log.",
                        Text.empty()
                                .bold("Test › rspec 3 of 8")
                                .plain("  ·  ")
                                .link("whole log", "https://acme.semaphoreci.com/jobs/21df03d2"),
                        "Failures:\n  1) Invoice rounds half-even\n     expected: 10.05\n          got: <!channel> `10.04`",
                        "The last 4 of 812 lines.",
                        CardActions.NONE));
        cards.put(
                "triage",
                new LogExcerpt(
                        "Alice: web failed on main in Test, rspec 3 of 8: bundle exec rspec spec/invoices ended with"
                                + " exit code 1.",
                        Text.empty()
                                .mention("U0ALICE", "Alice")
                                .plain(": ")
                                .bold("Test › rspec 3 of 8")
                                .plain(" ended with exit code 1 in ")
                                .code("bundle exec rspec spec/invoices")
                                .plain("  ·  ")
                                .link("whole log", "https://acme.semaphoreci.com/jobs/21df03d2"),
                        "Failures:\n  1) Invoice rounds half-even <!channel>\n     expected: 10.05\n          got: 10.04",
                        "New: this job passed in the last 10 runs of main. The last lines of that command. Possible "
                                + "secrets are masked.",
                        CardActions.of(
                                Button.of("Rebuild failed", new Rebuild(Subject.pipeline(SamplePipeline.ID)))
                                        .primary(),
                                Button.of("Logs", new Logs(Subject.job("21df03d2-c4e0-4e0a-acd7-5ff60dc0727e"))))));
        cards.put(
                "triage-unlogged",
                new TextCard(
                        "bob: web failed on main in Deploy, rollout.",
                        List.of(Text.empty()
                                .bold("bob")
                                .plain(": ")
                                .bold("Deploy › rollout")
                                .plain(" failed  ·  ")
                                .link("whole log", "https://acme.semaphoreci.com/jobs/21df03d2")),
                        List.of(
                                "This job failed 3 of the last 10 runs of main.",
                                "No log. Semaphore says: This job never started <!here>, so no logs were produced."),
                        CardActions.NONE));
        cards.put(
                "listing",
                new ListCard(
                        "3 pipelines of web on main.",
                        Text.empty().bold("web").plain(" on ").code("main"),
                        List.of(
                                Text.empty()
                                        .symbol(Symbol.PASSED)
                                        .link("Round invoices", SampleCards.URL)
                                        .plain("  ")
                                        .code("9f1c2ab")
                                        .plain("  Alice"),
                                Text.empty()
                                        .symbol(Symbol.FAILED)
                                        .link(":skull: *loud*", SampleCards.URL)
                                        .plain("  ")
                                        .code("c0ffee1")
                                        .plain("  Dan"),
                                Text.empty().symbol(Symbol.STOPPED).plain("Without a link")),
                        "10 newest.",
                        CardActions.of(Button.of("More", SampleCards.RERUN.command()))));
        var stop = new HomeCard.Entry(
                Text.empty()
                        .symbol(Symbol.RUNNING)
                        .bold("web")
                        .plain(" ")
                        .link("Build and test", SampleCards.URL)
                        .plain(" is running on ")
                        .code("main")
                        .plain("  Round invoices"),
                CardActions.of(SampleCards.STOP));
        var hint = new HomeCard.Entry(Text.of("In any channel, type ").code("/semaphore help"), CardActions.NONE);
        cards.put(
                "home",
                new HomeCard(
                        "2 running.",
                        List.of(
                                new HomeCard.Part(Text.empty().bold("Running now"), List.of(stop, stop), ""),
                                new HomeCard.Part(
                                        Text.empty().bold("Elsewhere"), List.of(), "Nothing is running in api."),
                                new HomeCard.Part(Text.empty().bold("What you can do"), List.of(hint), "")),
                        SamplePipeline.BEGAN));
        cards.put(
                "refused",
                new RefusalCard(
                        "No promotion named \"prodution\" starts from this pipeline of web",
                        CardActions.of(
                                Button.of(
                                        "production",
                                        SampleCards.promote("production").command()),
                                Button.of(
                                        ":skull:",
                                        SampleCards.promote(":skull:").command())),
                        true));
        cards.put(
                "refused-until",
                new RefusalCard(
                        "Frozen until 2026-11-24 10:03 UTC: a note of 2026-11-24 10:05 UTC. web can't be promoted to "
                                + "production before then.",
                        CardActions.NONE,
                        false,
                        List.of(Instant.parse("2026-11-24T10:03:00Z"))));
    }
}
