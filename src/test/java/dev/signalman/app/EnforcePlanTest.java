package dev.signalman.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.simulator.semaphore.SimulatedDeploymentTarget.ObjectRule;
import dev.signalman.simulator.semaphore.SimulatedDeploymentTarget.SubjectRule;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What {@code enforce --plan} and {@code doctor} say of deployment targets, before anything is changed. */
final class EnforcePlanTest {
    @TempDir
    private Path folder;

    private DoctorEnvironment environment;
    private String bot;

    @BeforeEach
    void start() throws Exception {
        environment = new DoctorEnvironment(folder);
        bot = environment.semaphore.user("signalman-bot").id();
        rule("enforce: target, branches: [main, \"release/*\"]", true);
    }

    @AfterEach
    void end() throws Exception {
        environment.close();
    }

    private void rule(String more, boolean known) {
        environment.file = (known ? "deploys_as: user:" + bot + "\n" : "")
                + "promotions:\n  - {name: production, projects: [web], " + more + "}\n";
    }

    /** The output's lines, and the exit code after them. */
    private List<String> plan() throws Exception {
        var out = new StringWriter();
        var code = EnforceCommand.print(
                EnforceCommand.planned(environment.configuration(), environment.clock, environment.javaRuntime),
                new PrintWriter(out));
        return (out + "exit " + code).lines().toList();
    }

    private List<String> doctor() throws Exception {
        return environment.doctor().stream()
                .filter(line -> line.contains(": promotions outside Signalman"))
                .toList();
    }

    @Test
    void whatWouldChangeIsPrintedAndNothingIsChanged() throws Exception {
        var target = environment.semaphore.addDeploymentTarget("web", "production");

        assertThat(plan())
                .containsExactly(
                        "production of web: would change",
                        "  - who   everyone who may promote",
                        "  + who   the account " + bot,
                        "  - from  any branch, any tag, any pull request",
                        "  + from  branch main, branch like ^release/.*$",
                        "exit 1");
        assertThat(target.subjects()).containsExactly(new SubjectRule("ANY", ""));
        assertThat(doctor())
                .containsExactly(
                        "OK: promotions outside Signalman, promotions[0] (production): production of web is only watched.",
                        "Warning: promotions outside Signalman, promotions[0] (production), web: The deployment target "
                                + "production of web isn't as enforce: target wants it. serve changes it within a minute; "
                                + "\"signalman enforce --plan\" shows what. The bot's account needs the role Admin in the "
                                + "project.");
    }

    @Test
    void withoutPlanItIsWrongUsage() {
        var err = new StringWriter();
        var commandLine = new CommandLine(new EnforceCommand()).setErr(new PrintWriter(err));
        assertThat(commandLine.execute()).isEqualTo(2);
        assertThat(err.toString()).contains("Missing --plan: serve makes the changes, this only prints them.");
    }

    @Test
    void aTargetThatIsAsTheRuleWantsItIsEnforced() throws Exception {
        environment
                .semaphore
                .addDeploymentTarget("web", "production")
                .allows(new SubjectRule("USER", bot))
                .allows(new ObjectRule("BRANCH", "REGEX", "^release/.*$"))
                .allows(new ObjectRule("BRANCH", "EXACT", "main"));

        assertThat(plan())
                .containsExactly("production of web: enforced by Semaphore", "Nothing would change.", "exit 0");
        assertThat(doctor())
                .containsExactly(
                        "OK: promotions outside Signalman, promotions[0] (production): production of web is enforced by "
                                + "Semaphore.");
    }

    @Test
    void oneMoreSubjectIsOneTooMany() throws Exception {
        environment
                .semaphore
                .addDeploymentTarget("web", "production")
                .allows(new SubjectRule("USER", bot))
                .allows(new SubjectRule("AUTO", ""));
        rule("enforce: target", true);

        assertThat(plan())
                .containsExactly(
                        "production of web: would change",
                        "  - who   the account " + bot + ", automatic promotions",
                        "  + who   the account " + bot,
                        "exit 1");
        assertThat(doctor()).anyMatch(line -> line.endsWith("production of web is only watched."));
    }

    @Test
    void aMissingTargetIsToldWithTheLinesThatMakeOne() throws Exception {
        assertThat(plan())
                .containsExactly(
                        "production of web: has no deployment target",
                        "  There is no deployment target of that name. Create it with the secrets that the deploy needs:",
                        "  sem create dt production --project-name web --subject-rule USER," + bot,
                        "  Then name it in the pipeline file, at the promotion: deployment_target: production",
                        "exit 1");
        assertThat(doctor())
                .anyMatch(line -> line.startsWith("Error: ")
                        && line.contains("enforce: target has no effect on production of web.")
                        && line.contains("sem create dt production"));
    }

    @Test
    void whatCannotBeKnownDoesNotCountAsEnforced() throws Exception {
        var target = environment.semaphore.addDeploymentTarget("web", "production");
        target.allows(new SubjectRule("USER", bot));
        rule("enforce: target", false);

        assertThat(plan())
                .containsExactly(
                        "production of web: would change",
                        "  - who   the account " + bot,
                        "  + who   the bot's account, which Semaphore names at the first change",
                        "exit 1");
        assertThat(doctor())
                .anyMatch(line -> line.contains("is at least watched: Semaphore didn't say more"))
                .anyMatch(line -> line.startsWith("Warning: ") && line.contains("isn't as enforce: target wants it"));

        environment.semaphore.settings().deploymentTargets(false);
        assertThat(plan())
                .contains("production of web: has no deployment target")
                .endsWith("exit 1");
    }

    @Test
    void withoutTheKeyTheGateAndTheTargetAreToldAsTheyStand() throws Exception {
        rule("gate: true", true);
        assertThat(plan()).containsExactly("No rule has enforce: target.", "exit 0");
        assertThat(doctor())
                .containsExactly("OK: promotions outside Signalman, promotions[0] (production): production of "
                        + "web is held at the gate.");
        environment.semaphore.addDeploymentTarget("web", "production").allows(new SubjectRule("USER", bot));
        assertThat(doctor())
                .containsExactly("OK: promotions outside Signalman, promotions[0] (production): production of "
                        + "web is enforced by Semaphore and held at the gate.");
    }
}
