package dev.signalman.playground;

import static dev.signalman.simulator.semaphore.PipelinePlan.pipeline;
import static dev.signalman.simulator.semaphore.PromotionParameter.parameter;

import dev.signalman.ruling.Approvals;
import dev.signalman.ruling.Policies;
import dev.signalman.ruling.Policy;
import dev.signalman.ruling.Policy.Parameter;
import dev.signalman.ruling.StepUp;
import dev.signalman.simulator.GateJobRunner;
import dev.signalman.simulator.SimulatedSemaphore;
import dev.signalman.simulator.semaphore.JobPlan;
import dev.signalman.simulator.semaphore.PipelinePlan;
import dev.signalman.subject.ProjectSettings;
import dev.signalman.subject.ProjectSettings.Setting;
import java.util.List;
import java.util.Map;

/** The demo's projects: their pipeline files, and their configuration. */
final class DemoProjects {
    /** Who may go ahead alone with such a deploy. */
    static final String ONCALL = "S0ONCALL";

    /** Whose word a deploy of the API to production needs. */
    static final String RELEASE = "S0RELEASE";

    private static final List<String> NAMES = List.of("web", "api", "infra");
    private static final String DEPLOYS = "C0DEPLOYS";
    private static final String MAIN = ".semaphore/semaphore.yml";
    private static final String STAGING = ".semaphore/staging.yml";
    private static final String PRODUCTION = ".semaphore/production.yml";
    private static final String APPLY = ".semaphore/apply.yml";
    private static final String ROTATION = ".semaphore/rotate-keys.yml";

    private final TourPace pace;

    DemoProjects(TourPace pace) {
        this.pace = pace;
    }

    void plan(SimulatedSemaphore semaphore) {
        semaphore
                .addProject("web")
                .plan(web())
                .plan(deploy(STAGING, "Deploy to staging"))
                .plan(deploy(PRODUCTION, "Deploy to production"));
        semaphore
                .addProject("api")
                .plan(api())
                .plan(deploy(STAGING, "Deploy to staging").promotion("production", PRODUCTION))
                .plan(deploy(PRODUCTION, "Deploy to production"));
        semaphore
                .addProject("infra")
                .plan(infra())
                .plan(pipeline(APPLY, "Apply")
                        .block(
                                "Gate",
                                JobPlan.job("Approval")
                                        .runsUntilTold()
                                        .commands(GateJobRunner.command("https://signalman.example.com/gate")))
                        .block("Apply", job("terraform apply", 60).onOwnAgent()))
                .plan(deploy(PRODUCTION, "Switch production"))
                .plan(deploy(ROTATION, "Rotate keys"));
        semaphore.connectAgents("s1-acme-large", 2, 1);
        semaphore.connectAgents("s1-acme-arm", 1, 0);
    }

    static String[] names() {
        return NAMES.toArray(String[]::new);
    }

    /** Promotion names, which Semaphore's API does not give. */
    static ProjectSettings settings() {
        return new ProjectSettings(Map.of(
                "web", new Setting("main", List.of("staging", "production")),
                "api", new Setting("main", List.of("staging", "production")),
                "infra", new Setting("main", List.of("apply", "production", "rotate-keys"))));
    }

    /** The promotion rules: parameters, origins and approvals. */
    static Policies rules() {
        return new Policies(List.of(
                Policy.of("staging", List.of("web", "api"), List.of(MAIN), null),
                Policy.of(
                        "production",
                        List.of("web"),
                        List.of(MAIN),
                        List.of(new Parameter("REGION", false, List.of("eu", "us"), "where to deploy"))),
                Policy.of("production", List.of("api"), List.of(STAGING), null)
                        .starting(List.of(PRODUCTION))
                        .with(Approvals.of(2, RELEASE))
                        .broken(ONCALL),
                Policy.of(
                                "apply",
                                List.of("infra"),
                                List.of(MAIN),
                                List.of(new Parameter(
                                        "WORKSPACE", true, List.of("blue", "green"), "which half to change")))
                        .starting(List.of(APPLY))
                        .with(Approvals.of(1, RELEASE).in(DEPLOYS))
                        .atTheGate(),
                Policy.of("production", List.of("infra"), List.of(MAIN), null)
                        .starting(List.of(PRODUCTION))
                        .with(Approvals.of(2, RELEASE).in(DEPLOYS)),
                Policy.of("rotate-keys", List.of("infra"), List.of(MAIN), null)
                        .starting(List.of(ROTATION))
                        .with(Approvals.of(2, RELEASE).in(DEPLOYS))
                        .steppingUp(StepUp.LAST_VOTE)));
    }

    private PipelinePlan web() {
        return pipeline(MAIN, "Build and test")
                .block("Build", job("compile", 30))
                .block("Test", job("rspec 1 of 2", 60), job("rspec 2 of 2", 45))
                .promotion("staging", STAGING)
                .promotion(
                        "production", PRODUCTION, parameter("REGION").optional().options("eu", "us"));
    }

    private PipelinePlan api() {
        return pipeline(MAIN, "Build and test")
                .block("Build", job("compile", 30))
                .block("Test", job("go test", 80), job("golangci-lint", 40))
                .promotion("staging", STAGING);
    }

    private PipelinePlan infra() {
        return pipeline(MAIN, "Plan")
                .block("Check", job("terraform validate", 60))
                .block("Plan", job("terraform plan", 90).onOwnAgent())
                .promotion("apply", APPLY, parameter("WORKSPACE").options("blue", "green"))
                .promotion("production", PRODUCTION)
                .promotion("rotate-keys", ROTATION);
    }

    private PipelinePlan deploy(String file, String name) {
        return pipeline(file, name).block("Deploy", job("rollout", 40));
    }

    private JobPlan job(String name, int seconds) {
        return JobPlan.job(name).takes(pace.of(seconds));
    }
}
