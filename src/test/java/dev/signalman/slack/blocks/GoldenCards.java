package dev.signalman.slack.blocks;

import dev.signalman.card.Actions;
import dev.signalman.card.Answer;
import dev.signalman.card.Button;
import dev.signalman.card.Card;
import dev.signalman.card.Excerpt;
import dev.signalman.card.HomeCard;
import dev.signalman.card.Listing;
import dev.signalman.card.Menu;
import dev.signalman.card.Refused;
import dev.signalman.card.Symbol;
import dev.signalman.card.Text;
import dev.signalman.command.Logs;
import dev.signalman.command.Rebuild;
import dev.signalman.command.Subject;
import dev.signalman.domain.BlockJob;
import dev.signalman.domain.EnvVar;
import dev.signalman.domain.GitRef;
import dev.signalman.domain.PipelineState;
import dev.signalman.domain.Result;
import dev.signalman.domain.ResultReason;
import dev.signalman.feature.approvals.Examples;
import dev.signalman.feature.locks.LockExamples;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/** One card of each kind and state, by the name of its golden file. */
final class GoldenCards {
    private static final BlockJob[] TWO_OF_EIGHT = IntStream.range(0, 8)
            .mapToObj(n -> Pipelines.job("rspec", n, n < 2 ? Result.PASSED : null))
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
        cards.putAll(Examples.cards());
        cards.putAll(LockExamples.cards());
        return cards;
    }

    private static void unfinished(Map<String, Card> cards) {
        cards.put("pipeline-queued", Cards.of(Pipelines.in(PipelineState.QUEUING), Cards.STOP));
        var running = List.of(
                Pipelines.passed("Build"),
                Pipelines.block("Test", PipelineState.RUNNING, null, TWO_OF_EIGHT),
                Pipelines.waiting("Publish"));
        cards.put(
                "pipeline-running", Cards.of(Pipelines.in(PipelineState.RUNNING).with(running), Cards.STOP));
        var stopping = List.of(Pipelines.passed("Build"), Pipelines.block("Test", PipelineState.STOPPING, null));
        cards.put(
                "pipeline-stopping",
                Cards.of(Pipelines.in(PipelineState.STOPPING).with(stopping)));
        var many = new ArrayList<>(IntStream.range(0, 27)
                .mapToObj(n -> Pipelines.passed("Part " + n))
                .toList());
        many.add(Pipelines.waiting("Publish"));
        many.add(Pipelines.failed("Lint", "lint", 4));
        many.add(Pipelines.block("Test", PipelineState.RUNNING, null, TWO_OF_EIGHT));
        cards.put(
                "pipeline-many-blocks",
                Cards.of(Pipelines.in(PipelineState.RUNNING).with(many), Cards.STOP));
    }

    private static void finished(Map<String, Card> cards) {
        var passed = Pipelines.ended(
                Result.PASSED,
                ResultReason.TEST,
                Pipelines.passed("Build"),
                Pipelines.passed("Test"),
                Pipelines.skipped("Publish"));
        var staging = Text.empty()
                .bold("staging")
                .plain(": deployed ")
                .time(Pipelines.ENDED)
                .plain(" by Alice  ·  ")
                .link("pipeline", Cards.URL);
        cards.put(
                "pipeline-passed",
                Cards.with(
                        passed,
                        "",
                        List.of(),
                        List.of(staging),
                        Actions.of(
                                Cards.promote("production")
                                        .primary()
                                        .asking("Promote to production?", "web, main, 9f1c2ab.", "Promote", "Keep it"),
                                Cards.promote("staging"),
                                Cards.RERUN)));
        var rest = new Menu(
                "Promote to …",
                IntStream.range(0, 3)
                        .mapToObj(n -> Cards.promote("region-" + n))
                        .toList());
        cards.put(
                "pipeline-many-promotions",
                Cards.with(
                        passed,
                        "Rerun by Bob",
                        List.of(Text.of("Rerun of an ").link("earlier workflow", Cards.URL)),
                        List.of(),
                        new Actions(List.of(Cards.promote("production").primary(), Cards.RERUN), rest)));
        var failed = Pipelines.ended(
                Result.FAILED,
                ResultReason.TEST,
                Pipelines.passed("Build"),
                Pipelines.failed("Test", "rspec", 3, 7),
                Pipelines.skipped("Publish"));
        cards.put("pipeline-failed", Cards.of(failed, Cards.afterFailure()));
        cards.put(
                "pipeline-failed-widely",
                Cards.of(
                        failed.with(List.of(Pipelines.failed("Test", "rspec", 1, 2, 3, 4, 5, 6, 7, 8))),
                        Cards.afterFailure()));
    }

    private static void ends(Map<String, Card> cards) {
        var stopped = Pipelines.block("Test", PipelineState.DONE, Result.STOPPED);
        cards.put(
                "pipeline-stopped",
                Cards.with(
                        Pipelines.ended(
                                Result.STOPPED,
                                ResultReason.USER,
                                Pipelines.passed("Build"),
                                stopped,
                                Pipelines.skipped("Publish")),
                        "Stopped by Bob",
                        List.of(),
                        List.of(),
                        Actions.of(Cards.RERUN)));
        cards.put(
                "pipeline-outrun",
                Cards.of(Pipelines.ended(Result.STOPPED, ResultReason.STRATEGY, stopped), Cards.RERUN));
        cards.put("pipeline-canceled", Cards.of(Pipelines.ended(Result.CANCELED, ResultReason.DELETED), Cards.RERUN));
        cards.put(
                "pipeline-malformed",
                Cards.of(
                        Pipelines.ended(Result.FAILED, ResultReason.MALFORMED).broken("blocks[0]: 'task' is\nmissing"),
                        Cards.RERUN));
    }

    private static void deploys(Map<String, Card> cards) {
        cards.put(
                "deploy-running",
                Cards.with(
                        Pipelines.in(PipelineState.RUNNING)
                                .promoted("Production deploy", new EnvVar("VERSION", "v2"))
                                .with(List.of(Pipelines.block("Deploy", PipelineState.RUNNING, null))),
                        "Promoted by Alice",
                        List.of(),
                        List.of(),
                        Actions.of(Cards.STOP)));
        cards.put(
                "deploy-passed",
                Cards.of(Pipelines.ended(Result.PASSED, ResultReason.TEST, Pipelines.passed("Deploy"))
                        .on(new GitRef(GitRef.Kind.TAG, "v1.2"))
                        .promoted("Production deploy")));
        cards.put(
                "pull-request-passed",
                Cards.of(
                        Pipelines.ended(Result.PASSED, ResultReason.TEST).on(GitRef.parse("pull-request-7")),
                        Cards.RERUN));
    }

    private static void others(Map<String, Card> cards) {
        cards.put(
                "answer",
                new Answer(
                        "Promote to production again? It went through on 9f1c2ab already.",
                        List.of(
                                Text.of("Promote to ").bold("production").plain(" again?"),
                                Text.of("It went through ")
                                        .date(Pipelines.ENDED)
                                        .plain(" by ")
                                        .mention("U0ALICE", "Alice")
                                        .plain(".")),
                        List.of("Nothing was changed."),
                        Actions.of(Button.of(
                                        "Promote again",
                                        Cards.promote("production").command())
                                .danger()
                                .asking(
                                        "Promote again?",
                                        "web, main, 9f1c2ab goes to production a second time.",
                                        "Promote again",
                                        "Keep it"))));
        cards.put(
                "excerpt",
                new Excerpt(
                        "rspec 3 of 8 of web failed; here is the end of its log.",
                        Text.empty()
                                .bold("Test › rspec 3 of 8")
                                .plain("  ·  ")
                                .link("whole log", "https://acme.semaphoreci.com/jobs/21df03d2"),
                        "Failures:\n  1) Invoice rounds half-even\n     expected: 10.05\n          got: <!channel> `10.04`",
                        "The last 4 of 812 lines.",
                        Actions.NONE));
        cards.put(
                "triage",
                new Excerpt(
                        "Alice: web failed on main in Test, rspec 3 of 8: bundle exec rspec spec/invoices ended with exit code 1.",
                        Text.empty()
                                .mention("U0ALICE", "Alice")
                                .plain(": ")
                                .bold("Test › rspec 3 of 8")
                                .plain(" ended with exit code 1 in ")
                                .code("bundle exec rspec spec/invoices")
                                .plain("  ·  ")
                                .link("whole log", "https://acme.semaphoreci.com/jobs/21df03d2"),
                        "Failures:\n  1) Invoice rounds half-even <!channel>\n     expected: 10.05\n          got: 10.04",
                        "New: this job passed in the last 10 runs of main. The last lines of that command; what looks like a secret"
                                + " is masked.",
                        Actions.of(
                                Button.of("Rebuild failed", new Rebuild(Subject.pipeline(Pipelines.ID)))
                                        .primary(),
                                Button.of("Logs", new Logs(Subject.job("21df03d2-c4e0-4e0a-acd7-5ff60dc0727e"))))));
        cards.put(
                "triage-unlogged",
                new Answer(
                        "bob: web failed on main in Deploy, rollout.",
                        List.of(Text.empty()
                                .bold("bob")
                                .plain(": ")
                                .bold("Deploy › rollout")
                                .plain(" failed  ·  ")
                                .link("whole log", "https://acme.semaphoreci.com/jobs/21df03d2")),
                        List.of(
                                "This job failed 3 of the last 10 runs of main.",
                                "There is no log of it to show. Semaphore says: This job never started <!here>, so no logs were"
                                        + " produced."),
                        Actions.NONE));
        cards.put(
                "listing",
                new Listing(
                        "3 pipelines of web on main.",
                        Text.empty().bold("web").plain(" on ").code("main"),
                        List.of(
                                Text.empty()
                                        .symbol(Symbol.PASSED)
                                        .link("Round invoices", Cards.URL)
                                        .plain("  ")
                                        .code("9f1c2ab")
                                        .plain("  Alice"),
                                Text.empty()
                                        .symbol(Symbol.FAILED)
                                        .link(":skull: *loud*", Cards.URL)
                                        .plain("  ")
                                        .code("c0ffee1")
                                        .plain("  Dan"),
                                Text.empty().symbol(Symbol.STOPPED).plain("Without a link")),
                        "10 newest.",
                        Actions.of(Button.of("More", Cards.RERUN.command()))));
        var stop = new HomeCard.Entry(
                Text.empty()
                        .symbol(Symbol.RUNNING)
                        .bold("web")
                        .plain(" ")
                        .link("Build and test", Cards.URL)
                        .plain(" is running on ")
                        .code("main")
                        .plain("  Round invoices"),
                Actions.of(Cards.STOP));
        var hint = new HomeCard.Entry(Text.of("In a channel say ").code("/semaphore help"), Actions.NONE);
        cards.put(
                "home",
                new HomeCard(
                        "2 running now.",
                        List.of(
                                new HomeCard.Part(Text.empty().bold("Running now"), List.of(stop, stop), ""),
                                new HomeCard.Part(Text.empty().bold("Elsewhere"), List.of(), "Nothing, in api."),
                                new HomeCard.Part(Text.empty().bold("What you can do"), List.of(hint), "")),
                        Pipelines.BEGAN));
        cards.put(
                "refused",
                new Refused(
                        "No promotion named \"prodution\" starts from this pipeline of web",
                        Actions.of(
                                Button.of(
                                        "production",
                                        Cards.promote("production").command()),
                                Button.of(":skull:", Cards.promote(":skull:").command())),
                        true));
    }
}
