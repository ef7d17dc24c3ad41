package dev.signalman.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.domain.RefPattern;
import dev.signalman.ruling.Approvals;
import dev.signalman.ruling.Policy;
import dev.signalman.ruling.StepUp;
import dev.signalman.semaphore.TokenChoice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the file says of promotions, and what it cannot say. */
class PolicySectionTest {
    @TempDir
    Path folder;

    private final List<ConfigurationFault> faults = new ArrayList<>();

    private List<Policy> read(String entries) throws IOException {
        var path = folder.resolve("signalman.yml");
        Files.writeString(path, "promotions:\n" + entries);
        var policies = PolicySection.read(ConfigFile.read(path, true, faults).root(), true)
                .all();
        SchemaAgreement.over("promotions:\n" + entries, faults);
        return policies;
    }

    @Test
    void everyKeyThatIsKeptToIsRead() throws IOException {
        var policies = read("""
                  - name: production
                    projects: [web, api]
                    pipeline_files: [.semaphore/deploy.yml]
                    from: [.semaphore/semaphore.yml]
                    branches: [main, "release/*"]
                    approvals: 2
                    approvers: [S0RELEASE, U0ALICE]
                    channel: C0DEPLOYS
                    notify: none
                    self_approval: true
                    not_by: [author]
                    expires_after: PT4H
                    remind_after: [PT1H, PT3H]
                    break_glass: [S0ONCALL, U0ALICE]
                    unlock: [S0ONCALL]
                    gate: true
                    enforce: target
                    step_up: last_vote
                  - {name: staging}
                """);

        assertThat(faults).isEmpty();
        assertThat(policies.get(0))
                .isEqualTo(new Policy(
                        "promotions[0]",
                        "production",
                        List.of("web", "api"),
                        List.of(".semaphore/deploy.yml"),
                        List.of(".semaphore/semaphore.yml"),
                        List.of(new RefPattern("main"), new RefPattern("release/*")),
                        null,
                        new Approvals(
                                2,
                                List.of("S0RELEASE", "U0ALICE"),
                                "C0DEPLOYS",
                                Approvals.Notify.NONE,
                                true,
                                true,
                                Duration.ofHours(4),
                                List.of(Duration.ofHours(1), Duration.ofHours(3))),
                        TokenChoice.SERVICE,
                        List.of(),
                        List.of("S0ONCALL", "U0ALICE"),
                        List.of("S0ONCALL"),
                        true,
                        true,
                        StepUp.LAST_VOTE));
        assertThat(policies.get(1).approvals()).isEqualTo(Approvals.NONE);
        assertThat(policies.get(1).place()).isEqualTo("promotions[1]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "approvals: 1 | approvals: is 1, but nobody can approve; list people or user groups "
                        + "under approvers",
                "approvals: 1, approvers: [] | approvers: is empty, so nothing could be promoted; list "
                        + "people or user groups",
                "approvals: 2, approvers: [U0ALICE] | approvers: lists 1, but 2 approvals from different "
                        + "people are needed; list more, or need fewer",
                "approvals: 2, approvers: [U0ALICE, U0ALICE] | approvers: lists 1, but 2 approvals",
                "approvals: many, approvers: [U0ALICE] | approvals: must be a number from 0 to 100",
                "approvals: -1, approvers: [U0ALICE] | approvals: must be a number from 0 to 100",
                "approvals: 1, approvers: [alice] | \"alice\" isn't a Slack id; use a user group (S…) "
                        + "or a person (U… or W…)",
                "approvals: 1, approvers: [everyone] | \"everyone\" isn't a Slack id; use a user group (S…) "
                        + "or a person (U… or W…)",
                "channel: deploys | channel: must be the channel's id",
                "notify: loudly | notify: must be mention, dm or none",
                "self_approval: perhaps | self_approval: must be true or false",
                "expires_after: soon | expires_after: must be an ISO-8601 duration, such as PT4H",
                "expires_after: PT1S | expires_after: must be at least PT1M",
                "expires_after: PT2H, remind_after: [PT2H] | remind_after: PT2H isn't before the request "
                        + "expires, after",
                "projects: [] | projects: is empty; list some, or remove it for every project",
                "pipeline_files: [] | pipeline_files: is empty",
                "from: [] | from: is empty",
                "branches: [] | branches: is empty; list some, or remove it for any",
                "branches: [/(/] | branches: \"/(/\" isn't a supported regular expression",
                "not_by: [pusher] | not_by: \"pusher\" isn't known; use author",
                "not_by: [] | not_by: is empty",
                "unlock: [] | unlock: is empty; list some, or remove it for the approvers",
                "unlock: [everyone] | unlock: \"everyone\" isn't a Slack id; use a user group (S…) or a person "
                        + "(U… or W…)",
                "enforce: role | enforce: must be target",
                "enforce: target, as: person-or-service | enforce: lets only the bot's account promote, but as is "
                        + "person-or-service",
                "step_up: sometimes | step_up: must be votes, last_vote, break_glass or all",
                "break_glass: [] | break_glass: is empty; list some, or remove it for nobody",
                "break_glass: [everyone] | break_glass: \"everyone\" isn't a Slack id; use a user group "
                        + "(S…) or a person (U… or W…)",
                "approvalls: 2 | approvalls: isn't a known key here; known are approvals, approvers",
            })
    void whatCannotBeIsAFaultThatSaysWhatWouldBeRight(String keys, String fault) throws IOException {
        read("  - {name: production, " + keys + "}\n");

        assertThat(faults).hasSize(1);
        assertThat(faults.get(0).toString()).contains(fault).contains("line 2");
    }

    @Test
    void aSecondFactorThatNobodyCanHaveIsAFault() throws IOException {
        var path = folder.resolve("signalman.yml");
        Files.writeString(path, "promotions:\n  - {name: production, step_up: all}\n");

        PolicySection.read(ConfigFile.read(path, true, faults).root(), false);

        assertThat(faults).singleElement().asString().contains("step_up: needs people's second factors", "line 2");
    }
}
