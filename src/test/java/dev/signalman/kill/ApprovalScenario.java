package dev.signalman.kill;

import static dev.signalman.harness.PipelineFixture.MAIN;
import static dev.signalman.harness.PipelineFixture.PRODUCTION;
import static dev.signalman.harness.WorkspaceFixture.ALICE;
import static dev.signalman.harness.WorkspaceFixture.BOB;
import static dev.signalman.harness.WorkspaceFixture.CAROL;
import static dev.signalman.simulator.semaphore.JobPlan.job;
import static dev.signalman.simulator.semaphore.PipelinePlan.pipeline;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.simulator.slack.Conversation;
import dev.signalman.simulator.slack.PostedMessage;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Alice requests a promotion that Bob and Carol must approve, in a separate project and channel. */
final class ApprovalScenario {
    private static final Pattern NAMED = Pattern.compile("\\*#(\\d+)\\*");

    final String name;
    final String channel;
    final String pipeline;
    private final KillTestEnvironment environment;

    ApprovalScenario(KillTestEnvironment environment, String name) {
        this.environment = environment;
        this.name = name;
        this.channel = "C0" + name.toUpperCase(Locale.ROOT);
        environment.slack.add(Conversation.open(channel, name, ALICE, BOB, CAROL));
        environment.slack.invite(channel);
        environment
                .semaphore
                .addProject(name)
                .plan(pipeline(MAIN, "Build and test")
                        .block("Test", job("unit").runsUntilTold())
                        .promotion("production", PRODUCTION))
                .plan(pipeline(PRODUCTION, "Deploy")
                        .block("Deploy", job("rollout").runsUntilTold()));
        pipeline = environment
                .semaphore
                .push(name, "main", "Round invoices", "alice")
                .pipelineId();
        environment.semaphore.finish(pipeline);
    }

    /** Alice asks. */
    ApprovalScenario ask() {
        environment.slack.says(ALICE, channel, "/semaphore promote production " + pipeline);
        return this;
    }

    /** Alice asks, and the card appears. */
    ApprovalScenario asked() {
        return ask().stands("requests approval to promote", "0 of 2 approvals");
    }

    /** Types an approval. */
    ApprovalScenario approve(String person) {
        environment.slack.says(person, channel, "/semaphore approve " + number());
        return this;
    }

    /** Presses Approve on the card and confirms. */
    ApprovalScenario press(String person) {
        environment.slack.presses(person, card(), "Approve").confirm();
        return this;
    }

    /** Types a rejection. */
    ApprovalScenario reject(String person) {
        environment.slack.says(person, channel, "/semaphore reject " + number() + " because it rains");
        return this;
    }

    /** Alice withdraws it. */
    ApprovalScenario withdraw() {
        environment.slack.says(ALICE, channel, "/semaphore withdraw " + number());
        return this;
    }

    /** Waits until its card has no buttons. */
    void isOver() {
        assertThat(card().buttons()).as(name).isEmpty();
    }

    /** Waits until its only card contains these words. */
    ApprovalScenario stands(String... words) {
        KillTestEnvironment.soon(() -> assertThat(cards())
                .as(() -> "cards of " + name + " in:\n" + environment.slack.drawn(ALICE, channel))
                .singleElement()
                .extracting(PostedMessage::drawn)
                .asString()
                .contains(words));
        return this;
    }

    /** All cards of the request in its channel. */
    List<PostedMessage> cards() {
        return environment.slack.messages(channel).stream()
                .filter(message ->
                        !message.ephemeral() && NAMED.matcher(message.drawn()).find())
                .toList();
    }

    PostedMessage card() {
        return cards().get(0);
    }

    /** Number of promotions. */
    int promoted() {
        return environment.semaphore.promotions(name).size();
    }

    /** The promoted pipeline. */
    String deploy() {
        return environment.semaphore.pipelines(name).get(1);
    }

    /** The request's number, once its card is shown. */
    int number() {
        var named = NAMED.matcher(card().drawn());
        assertThat(named.find()).isTrue();
        return Integer.parseInt(named.group(1));
    }
}
