package dev.signalman.playground;

import static dev.signalman.simulator.semaphore.JobPlan.job;
import static dev.signalman.simulator.semaphore.PipelinePlan.pipeline;

import dev.signalman.feature.promotions.PromotionRules;
import dev.signalman.simulator.SimulatedSemaphore;
import dev.signalman.simulator.semaphore.PipelinePlan;
import dev.signalman.simulator.semaphore.PromotionParameter;
import dev.signalman.simulator.semaphore.Role;
import dev.signalman.simulator.slack.Conversation;
import dev.signalman.simulator.slack.Installation;
import dev.signalman.simulator.slack.Person;
import dev.signalman.simulator.slack.SimulatedSlack;
import dev.signalman.simulator.slack.UserGroup;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/** The people, channels and projects that the demo begins with. */
final class Seed {
    static final String ALICE = "U0ALICE";
    static final String BOB = "U0BOB";
    static final String CAROL = "U0CAROL";
    static final String GUEST = "U0GUEST";
    static final String DEPLOYS = "C0DEPLOYS";
    static final String BUILDS = "C0BUILDS";
    static final String PLATFORM = "S0PLATFORM";
    static final String ONCALL = "S0ONCALL";
    private static final String MAIN = ".semaphore/semaphore.yml";
    private static final String STAGING = ".semaphore/staging.yml";
    private static final String PRODUCTION = ".semaphore/production.yml";

    private final InstantSource clock;

    Seed(InstantSource clock) {
        this.clock = clock;
    }

    SimulatedSlack workspace() {
        var slack = new SimulatedSlack(clock, Installation.usual());
        slack.add(Person.member(ALICE, "Alice"));
        slack.add(Person.member(BOB, "Bob"));
        slack.add(Person.member(CAROL, "Carol"));
        slack.add(Person.member(GUEST, "Gus").as(Person.Standing.GUEST));
        slack.add(new UserGroup(PLATFORM, "platform", "Platform", List.of(CAROL)));
        slack.add(new UserGroup(ONCALL, "oncall", "On call", List.of(BOB)));
        slack.add(Conversation.open(DEPLOYS, "deploys", ALICE, BOB, CAROL, GUEST));
        slack.add(Conversation.open(BUILDS, "builds", ALICE, BOB, CAROL));
        slack.invite(DEPLOYS);
        slack.invite(BUILDS);
        return slack;
    }

    /** Fills the organisation, and gives the token that the bot works with. */
    String organisation(SimulatedSemaphore semaphore) {
        semaphore.user("signalman-bot").isEverywhere(Role.ADMIN);
        semaphore
                .addProject("web")
                .plan(web())
                .plan(deploy(STAGING, "Deploy to staging"))
                .plan(deploy(PRODUCTION, "Deploy to production"));
        semaphore.addProject("api").plan(api());
        semaphore
                .addProject("infra")
                .plan(pipeline(MAIN, "Plan and apply")
                        .block("Plan", job("terraform plan").takes(Duration.ofSeconds(30)))
                        .block("Apply", job("terraform apply").takes(Duration.ofSeconds(30))));
        semaphore.connectAgents("s1-acme-large", 2, 1);
        var message = "Round invoices half-even <!channel> & stop drifting";
        semaphore.finish(semaphore.push("web", "main", message, "alice").pipelineId());
        semaphore.finish(
                semaphore.push("api", "main", "Retry the card gateway", "bob").pipelineId());
        semaphore.push("infra", "main", "Move the queue to its own host", "carol");
        return semaphore.token("signalman-bot");
    }

    /** What production takes, so that a wrong value is refused before anything happens. */
    static PromotionRules.PromotionRule productionRule() {
        return new PromotionRules.PromotionRule(
                "production",
                List.of("web"),
                List.of(MAIN),
                List.of(new PromotionRules.Parameter("REGION", false, List.of("eu", "us"), "where to deploy")));
    }

    private static PipelinePlan web() {
        return pipeline(MAIN, "Build and test")
                .block("Build", job("compile").takes(Duration.ofSeconds(1)))
                .block(
                        "Test",
                        job("rspec 1 of 2").takes(Duration.ofSeconds(2)),
                        job("rspec 2 of 2").takes(Duration.ofSeconds(1)))
                .promotion("staging", STAGING)
                .promotion(
                        "production",
                        PRODUCTION,
                        PromotionParameter.parameter("REGION").optional().options("eu", "us"));
    }

    private static PipelinePlan api() {
        return pipeline(MAIN, "Build and test")
                .block("Build", job("compile").takes(Duration.ofSeconds(1)))
                .block("Test", job("go test").takes(Duration.ofSeconds(3)));
    }

    private static PipelinePlan deploy(String file, String name) {
        return pipeline(file, name).block("Deploy", job("rollout").takes(Duration.ofSeconds(2)));
    }
}
