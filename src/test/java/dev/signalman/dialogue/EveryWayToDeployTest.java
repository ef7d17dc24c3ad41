package dev.signalman.dialogue;

import static dev.signalman.harness.WorkspaceFixture.ALICE;
import static dev.signalman.harness.WorkspaceFixture.BOB;
import static dev.signalman.harness.WorkspaceFixture.CAROL;
import static dev.signalman.harness.WorkspaceFixture.DEPLOYS;
import static dev.signalman.simulator.semaphore.JobPlan.job;
import static dev.signalman.simulator.semaphore.PipelinePlan.pipeline;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.harness.Dialogue;
import dev.signalman.harness.JobAtTheGate;
import dev.signalman.harness.PipelineFixture;
import dev.signalman.simulator.semaphore.PromotionPlan;
import dev.signalman.simulator.semaphore.SimulatedDeploymentTarget;
import dev.signalman.simulator.semaphore.SimulatedDeploymentTarget.SubjectRule;
import dev.signalman.simulator.semaphore.http.CallRecord;
import dev.signalman.simulator.slack.PostedMessage;
import dev.signalman.simulator.slack.SimulatedPerson;
import dev.signalman.simulator.slack.UserGroup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Plays each cell of the tables in docs/security.md, "Every way to start a deploy": what happens to a deploy that starts in
 * one way, under one rule, where rules are only watched, held at the gate, or enforced by Semaphore.
 */
@Execution(ExecutionMode.CONCURRENT)
@Order(1)
final class EveryWayToDeployTest {
    private static final Path DOCUMENT = Path.of("docs/security.md");
    private static final String OSCAR = "U0OSCAR";
    private static final String ONCALL = "S0ONCALL";
    private static final Duration LOOKS = Duration.ofSeconds(20);

    /** Before then, what was run elsewhere may be an act of the bot. */
    private static final Duration SETTLES = Duration.ofMinutes(2);

    /** The tables, by their headings. */
    private enum Mode {
        WATCHED("Only watched", ""),
        GATE("Held at the gate", "gate: true"),
        ENFORCED("Enforced by Semaphore", "enforce: target");

        final String heading;
        final String key;

        Mode(String heading, String key) {
            this.heading = heading;
            this.key = key;
        }
    }

    /** The columns. */
    private enum Rule {
        NO_RULE("no rule", ""),
        NOTHING_MISSING("no approval needed", ""),
        APPROVALS("approval needed", "approvals: 1, approvers: [S0RELEASE]"),
        LOCK("locked", ""),
        FREEZE("frozen", "freeze: [{cron: \"0 0 0 * * *\", for: PT24H, zone: UTC, reason: stocktaking}]"),
        BROKEN_GLASS("glass broken", "approvals: 1, approvers: [S0RELEASE], break_glass: [" + ONCALL + "]");

        final String column;
        final String keys;

        Rule(String column, String keys) {
            this.column = column;
            this.keys = keys;
        }

        List<String> lines(Mode mode) {
            if (this == NO_RULE) {
                return List.of("promotions: []");
            }
            var projects =
                    Arrays.stream(DeployWay.values()).map(DeployWay::project).collect(Collectors.joining(", "));
            var all = Stream.of(
                            "name: production",
                            "projects: [" + projects + "]",
                            "pipeline_files: [" + PipelineFixture.PRODUCTION + "]",
                            "channel: " + DEPLOYS,
                            mode.key,
                            keys)
                    .filter(each -> !each.isEmpty())
                    .collect(Collectors.joining(", "));
            return List.of("promotions:", "  - {" + all + "}");
        }
    }

    static Stream<Arguments> columns() {
        return Arrays.stream(Mode.values())
                .flatMap(mode -> Arrays.stream(Rule.values()).map(rule -> Arguments.of(mode, rule)));
    }

    @ParameterizedTest
    @MethodSource("columns")
    void happensAsTheTableSays(Mode mode, Rule rule) throws Exception {
        try (var bot = Dialogue.start()) {
            assertThat(new Play(bot, mode, rule).played()).isEqualTo(table(mode, rule));
        }
    }

    /** One column of the document, by row. */
    private static Map<String, String> table(Mode mode, Rule rule) throws IOException {
        var lines = Files.readAllLines(DOCUMENT);
        var rows = lines.subList(lines.indexOf("### " + mode.heading) + 1, lines.size()).stream()
                .takeWhile(line -> !line.startsWith("#"))
                .filter(line -> line.startsWith("|"))
                .map(line -> Arrays.stream(line.split("\\|"))
                        .map(cell -> cell.replaceAll("[`*]", "").strip())
                        .toList())
                .toList();
        int column = rows.get(0).indexOf(rule.column);
        var cells = new LinkedHashMap<String, String>();
        rows.stream().skip(2).forEach(row -> cells.put(row.get(1), row.get(column)));
        return cells;
    }

    /** All ways under one rule, side by side in one bot. */
    private static final class Play {
        private final Dialogue bot;
        private final Mode mode;
        private final Rule rule;
        private final Map<DeployWay, DeployWay.Deploys> before = new EnumMap<>(DeployWay.class);
        private final Map<DeployWay, Integer> reportsBefore = new EnumMap<>(DeployWay.class);
        private final Map<DeployWay, String> ends = new EnumMap<>(DeployWay.class);
        private final List<SimulatedDeploymentTarget> targets = new ArrayList<>();

        Play(Dialogue bot, Mode mode, Rule rule) {
            this.bot = bot;
            this.mode = mode;
            this.rule = rule;
        }

        Map<String, String> played() throws Exception {
            bot.slack().add(SimulatedPerson.member(OSCAR, "Oscar"));
            bot.slack().add(new UserGroup(ONCALL, "oncall", "On call", List.of(OSCAR)));
            for (var way : DeployWay.values()) {
                before.put(way, deployedBefore(way.project()));
            }
            bot.rereads(rule.lines(mode).toArray(String[]::new));
            standsAsTheRuleSays();
            for (var way : DeployWay.values()) {
                ends.put(way, way.inSlack() ? inSlack(way) : elsewhere(way));
            }
            bot.passes(SETTLES);
            everythingIsLookedThrough();
            var cells = new LinkedHashMap<String, String>();
            ends.forEach((way, end) -> cells.put(way.row(), end.startsWith("starts") ? end + reported(way) : end));
            return cells;
        }

        private DeployWay.Deploys before(DeployWay way) {
            return Objects.requireNonNull(before.get(way));
        }

        private DeployWay.Deploys deployedBefore(String project) {
            bot.semaphore()
                    .addProject(project)
                    .plan(pipeline(PipelineFixture.MAIN, "Build and test")
                            .block("Test", job("unit").runsUntilTold())
                            .promotion(PromotionPlan.promotion("production", PipelineFixture.PRODUCTION)
                                    .guardedBy("production")))
                    .plan(pipeline(PipelineFixture.PRODUCTION, "Deploy to production")
                            .block("Deploy", job("rollout").runsUntilTold()));
            targets.add(bot.semaphore().addDeploymentTarget(project, "production"));
            var promoted = bot.promotedOnTheWeb(project, bot.passed(project, "Begin"), "production");
            bot.semaphore().begin(promoted);
            bot.semaphore().failJob(promoted, "Deploy", "rollout", 1, "boom\n");
            var run = bot.semaphore()
                    .runOnTheWeb(project, "main", PipelineFixture.PRODUCTION, "bob")
                    .pipelineId();
            bot.semaphore().begin(run);
            bot.semaphore().failJob(run, "Deploy", "rollout", 1, "boom\n");
            return new DeployWay.Deploys(bot.passed(project, "Round invoices"), promoted, run);
        }

        private void standsAsTheRuleSays() {
            var theBot = new SubjectRule(
                    "USER", bot.semaphore().user("signalman-bot").id());
            if (mode == Mode.ENFORCED && rule != Rule.NO_RULE) {
                bot.untilARound(
                        "every target admits only the bot",
                        () -> targets.stream()
                                .allMatch(target -> target.subjects().equals(List.of(theBot))));
            }
            for (var way : DeployWay.values()) {
                if (rule == Rule.LOCK) {
                    bot.says(BOB, "/semaphore lock production " + way.project() + " because we move");
                    bot.card("Bob locked", way.project());
                }
            }
            bot.passes(SETTLES);
            everythingIsLookedThrough();
            for (var way : DeployWay.values()) {
                reportsBefore.put(way, reports(way).size());
            }
        }

        /** Waits until all projects were polled twice: the second poll begins after the first one's findings were stored. */
        private void everythingIsLookedThrough() {
            for (int poll = 0; rule != Rule.NO_RULE && poll < 2; poll++) {
                bot.semaphore().forgetCalls();
                bot.passes(LOOKS);
                bot.until("all projects are polled", () -> {
                    var polls = bot.semaphore().calls().stream()
                            .filter(call -> call.query().contains("created_after"))
                            .map(CallRecord::query)
                            .toList();
                    return Arrays.stream(DeployWay.values())
                            .map(way ->
                                    bot.semaphore().addProject(way.project()).id())
                            .allMatch(id -> polls.stream().anyMatch(query -> query.contains(id)));
                });
                bot.untilAllIsDone();
            }
        }

        /** Under the bot's eyes, started by one who may break the glass if it is to be broken. */
        private String inSlack(DeployWay way) throws Exception {
            int known = bot.semaphore().pipelines(way.project()).size();
            long refusals = refusals();
            if (rule == Rule.BROKEN_GLASS && way == DeployWay.PROMOTE_IN_SLACK) {
                breaksTheGlass(way);
            } else {
                way.start(bot, before(way));
            }
            bot.until(
                    way + " is answered",
                    () -> bot.semaphore().pipelines(way.project()).size() > known
                            || asked(way).isPresent()
                            || refusals() > refusals);
            var request = asked(way).orElse(null);
            if (request != null) {
                bot.presses(BOB, request, "Approve");
                bot.until(
                        way + " has started",
                        () -> bot.semaphore().pipelines(way.project()).size() > known);
            } else if (bot.semaphore().pipelines(way.project()).size() == known) {
                bot.untilAllIsDone();
                assertThat(bot.semaphore().pipelines(way.project())).hasSize(known);
                return "refused";
            }
            if (mode == Mode.GATE) {
                try (var job =
                        asksTheGate(bot.semaphore().pipelines(way.project()).get(known))) {
                    assertThat(job.status()).as(way + " at the gate").isEqualTo(200);
                }
            }
            return request == null ? "starts" : "starts after the votes";
        }

        private void breaksTheGlass(DeployWay way) {
            bot.says(
                    OSCAR,
                    "/semaphore promote production pipeline " + before(way).passed()
                            + " break-glass because the shop is down");
        }

        private String elsewhere(DeployWay way) throws Exception {
            if (rule == Rule.BROKEN_GLASS && mode != Mode.GATE) { // opens nothing for what starts elsewhere
                int known = bot.semaphore().pipelines(way.project()).size();
                breaksTheGlass(way);
                bot.until(
                        "the glass is broken for " + way,
                        () -> bot.semaphore().pipelines(way.project()).size() > known);
                bot.semaphore().finish(bot.semaphore().pipelines(way.project()).get(known));
                bot.untilAllIsDone();
            }
            var known = bot.semaphore().pipelines(way.project());
            try {
                way.start(bot, before(way));
            } catch (RuntimeException refused) {
                assertThat(refused).hasMessageContaining("subject not allowed");
                return "refused by Semaphore";
            }
            bot.passes(Duration.ofSeconds(2));
            var deploy = started(way, known);
            if (deploy.isEmpty()) {
                return "refused by Semaphore";
            }
            return mode == Mode.GATE ? atTheGate(way, deploy.orElseThrow()) : "starts";
        }

        /** The deploy that came to be; empty if Semaphore's target let none come to be. */
        private Optional<String> started(DeployWay way, List<String> known) {
            if (mode == Mode.ENFORCED && rule != Rule.NO_RULE && way == DeployWay.AUTO_PROMOTED) {
                bot.passes(Duration.ofMinutes(2));
                bot.untilAllIsDone();
            } else {
                bot.until(way + " has started", () -> deploy(way, known).isPresent());
            }
            return deploy(way, known);
        }

        private Optional<String> deploy(DeployWay way, List<String> known) {
            return bot.semaphore().pipelines(way.project()).stream()
                    .filter(id -> !known.contains(id))
                    .skip(way == DeployWay.AUTO_PROMOTED ? 1 : 0) // the first is what was pushed
                    .findFirst();
        }

        private String atTheGate(DeployWay way, String deploy) {
            try (var job = asksTheGate(deploy)) {
                bot.until(
                        "the gate answers " + way,
                        () -> !job.waits() || asked(way).isPresent());
                var card = asked(way).orElse(null);
                if (card == null) {
                    return job.status() == 200 ? "let through" : "closed";
                }
                if (rule == Rule.BROKEN_GLASS) {
                    bot.presses(OSCAR, card, "Break glass");
                    assertThat(bot.form(OSCAR)
                                    .fill("Reason", "the shop is down")
                                    .submit())
                            .isEmpty();
                    return job.status() == 200 ? "let through" : "closed";
                }
                assertThat(job.waits()).isTrue();
                bot.presses(ALICE, card, "Approve");
                bot.until(
                        "Alice's vote counts for " + way,
                        () -> !bot.slack().now(card).drawn().contains("0 of"));
                if (bot.slack().now(card).drawn().contains("1 of 2")) {
                    bot.presses(CAROL, card, "Approve");
                }
                return job.status() == 200 ? "waits for the votes" : "closed";
            }
        }

        private JobAtTheGate asksTheGate(String deploy) {
            bot.semaphore().begin(deploy);
            return JobAtTheGate.asks(bot, deploy, "Deploy", "rollout");
        }

        private Optional<PostedMessage> asked(DeployWay way) {
            return bot.shown(DEPLOYS, way.project()).stream()
                    .filter(message -> message.buttons().contains("Approve"))
                    .findFirst();
        }

        private long refusals() {
            return bot.slack().visibleTo(ALICE, DEPLOYS).stream()
                    .filter(message -> message.ephemeral() && message.drawn().contains("Nothing was changed."))
                    .count();
        }

        private List<PostedMessage> reports(DeployWay way) {
            return bot.shown(DEPLOYS, "*" + way.project() + "* was ").stream()
                    .filter(message -> message.drawn().contains("outside Signalman"))
                    .toList();
        }

        private int reportsBefore(DeployWay way) {
            return Objects.requireNonNull(reportsBefore.get(way));
        }

        private String reported(DeployWay way) {
            if (way.inSlack()) {
                assertThat(reports(way)).as("reports about " + way).hasSize(reportsBefore(way));
                return "";
            }
            return reports(way).size() > reportsBefore(way) ? ", reported" : ", not reported";
        }
    }
}
