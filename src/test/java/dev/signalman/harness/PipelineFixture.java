package dev.signalman.harness;

import static dev.signalman.simulator.semaphore.JobPlan.job;
import static dev.signalman.simulator.semaphore.PipelinePlan.pipeline;

import dev.signalman.simulator.SimulatedSemaphore;
import dev.signalman.simulator.semaphore.JobTokens;
import dev.signalman.simulator.semaphore.PromotionParameter;
import java.security.KeyPair;
import java.time.Duration;

/** The organization's pipelines, which run until a test ends them. */
public final class PipelineFixture {
    public static final String MAIN = ".semaphore/semaphore.yml";
    public static final String STAGING = ".semaphore/staging.yml";
    public static final String PRODUCTION = ".semaphore/production.yml";

    private PipelineFixture() {}

    static void settle(SimulatedSemaphore semaphore) {
        semaphore.signsJobTokensWith(() -> JobKeys.ONE);
        semaphore
                .settings()
                .promotionsTake(Duration.ofMillis(300))
                .conceptionTakes(Duration.ZERO)
                .stoppingTakes(Duration.ofMillis(200));
        semaphore
                .addProject("web")
                .plan(pipeline(MAIN, "Build and test")
                        .block("Build", job("compile").takes(Duration.ofMillis(100)))
                        .block(
                                "Test",
                                job("rspec 1 of 2").runsUntilTold(),
                                job("rspec 2 of 2").runsUntilTold())
                        .promotion("staging", STAGING)
                        .promotion(
                                "production",
                                PRODUCTION,
                                PromotionParameter.parameter("REGION")
                                        .optional()
                                        .options("eu", "us")))
                .plan(pipeline(STAGING, "Deploy to staging")
                        .block("Deploy", job("rollout").runsUntilTold()))
                .plan(pipeline(PRODUCTION, "Deploy to production")
                        .block("Deploy", job("rollout").runsUntilTold()));
        semaphore
                .addProject("api")
                .plan(pipeline(MAIN, "Build and test")
                        .block("Test", job("go test").runsUntilTold()));
    }

    /** Keys for the job tokens of all tests, made when they are first needed: new ones for each would be a tenth of all dialogues' time. */
    private static final class JobKeys {
        static final KeyPair ONE = JobTokens.newKeys();
    }
}
