package dev.signalman.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** The command {@code policy test}: what it prints, its exit code, and that no changed rule goes unnoticed. */
final class PolicyCommandTest {
    private static final String PEOPLE = """
            people: {U0ALICE: Alice, U0BOB: Bob}
            groups: {S0RELEASE: [U0BOB]}
            defaults: {at: 2026-12-01T10:00Z, project: web, promotion: production, branch: main, by: U0ALICE}
            """;
    private static final String RULES =
            "promotions: [{name: production, approvals: 1, approvers: [S0RELEASE], branches: [main]}]";

    @TempDir
    private Path folder;

    private String out = "";
    private String err = "";

    private int test(String rules, String cases) throws IOException {
        Files.writeString(folder.resolve("signalman.yml"), rules);
        Files.writeString(folder.resolve("cases.yml"), cases);
        return policy("test", folder + "/cases.yml", "--config", folder + "/signalman.yml");
    }

    private int policy(String... arguments) {
        var printed = new StringWriter();
        var complained = new StringWriter();
        int code = new CommandLine(new PolicyCommand(
                        Map.of("SIGNALMAN_CONFIG", folder + "/signalman.yml"), InstantSource.system()))
                .setOut(new PrintWriter(printed, true))
                .setErr(new PrintWriter(complained, true))
                .execute(arguments);
        out = printed.toString();
        err = complained.toString();
        assertThat(out + err).doesNotContain("\tat ");
        return code;
    }

    private static String resource(String name) throws IOException {
        try (var resource = PolicyCommandTest.class.getResourceAsStream("policy/" + name)) {
            return new String(Objects.requireNonNull(resource).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void casesThatEndAsExpectedAreListedByTheirNames() throws IOException {
        int code = test(RULES, PEOPLE + """
                cases:
                  - {name: one vote is missing, expect: approvals, because: ["Approvals: 0 of 1; needs S0RELEASE"]}
                  - {name: Bob approves, votes: {U0BOB: approve}, expect: granted}
                """);

        assertThat(out).isEqualToNormalizingNewlines("""
                ok       one vote is missing
                ok       Bob approves

                2 cases: 2 ok.
                """);
        assertThat(err).isEmpty();
        assertThat(code).isZero();
    }

    @Test
    void aDifferenceIsToldWithItsLineAndEveryJudgement() throws IOException {
        int code = test(RULES, PEOPLE + """
                cases:
                  - name: a feature branch may ship
                    branch: feature/x
                    votes: {U0BOB: approve}
                    expect: granted
                """);

        assertThat(out)
                .contains("differs  a feature branch may ship (cases.yml, line 5)")
                .contains("Expected granted, got refused.")
                .contains("met: The pipeline passed")
                .contains("met: Approvals: 1 of 1, by Bob")
                .contains("not met: production only starts on main, but this is feature/x (promotions[0].branches).")
                .endsWith("1 case: 0 ok, 1 differs.\n");
        assertThat(code).isOne();
    }

    @Test
    void theRightAnswerForAnotherReasonIsADifference() throws IOException {
        int code = test(RULES, PEOPLE + """
                cases:
                  - {name: x, branch: feature/x, expect: refused, because: [only starts on main, Locked by]}
                """);

        assertThat(out).contains("No rule says \"Locked by\".").doesNotContain("No rule says \"only starts");
        assertThat(code).isOne();
    }

    @Test
    void whatARuleAsksForAndNoCaseTellsIsAFaultOfTheCase() throws IOException {
        int code = test(
                RULES.replace("branches: [main]", "not_by: [author]").replace("S0RELEASE", "S0OTHER"), PEOPLE + """
                cases:
                  - {name: x, expect: approvals}
                """);
        assertThat(out)
                .contains("faulty   x (cases.yml, line 5)")
                .contains("The rules ask for the members of S0OTHER. List them under groups; [] for none.")
                .contains("1 case: 0 ok, 1 faulty.");
        assertThat(code).isEqualTo(2);

        code = test(RULES.replace("branches: [main]", "not_by: [author]"), PEOPLE + """
                cases:
                  - {name: x, expect: approvals}
                """);
        assertThat(out).contains("The rules ask who pushed what ships (not_by: author).");
        assertThat(code).isEqualTo(2);
    }

    @Test
    void aGroupThatSlackDoesNotTellKeepsItsVotesOut() throws IOException {
        int code = test(RULES, PEOPLE.replace("[U0BOB]", "unknown") + """
                cases:
                  - {name: x, votes: {U0BOB: approve}, expect: refused, because: ["Slack didn't confirm that Bob"]}
                """);

        assertThat(code).as(out).isZero();
    }

    @Test
    void theRulesAreThoseOfTheConfigurationIfNoOthersAreNamed() throws IOException {
        Files.writeString(folder.resolve("signalman.yml"), RULES);
        Files.writeString(folder.resolve("cases.yml"), PEOPLE + "cases: [{name: x, expect: approvals}]\n");

        assertThat(policy("test", folder + "/cases.yml")).as(out + err).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "colour: red | cases.yml, line 1, colour: isn't a known key here; known are cases, defaults, groups, people",
                "cases: [] | cases.yml: has no cases; list some under cases",
                "cases: [{colour: red}] | cases.yml, line 1, cases[0].colour: isn't a known key here; known are at, ",
                "cases: [{name: x}] | cases.yml, cases[0].expect: is missing; set a single value",
                "cases: [{name: x}] | cases.yml, cases[0].at: is missing; set a single value",
                "cases: [{expect: maybe}] | cases.yml, line 1, cases[0].expect: must be one of granted, approvals, waits, refused",
                "cases: [{at: noon}] | cases.yml, line 1, cases[0].at: must be a time such as 2026-12-01T10:00Z",
                "cases: [{at: 2026-03-29T02:30 Europe/Belgrade}] | is skipped by the clocks of Europe/Belgrade",
                "cases: [{at: 2026-10-25T02:30 Europe/Belgrade}] | is shown twice by the clocks of Europe/Belgrade; write it with an offset, such as 2026-10-25T02:30+02:00",
                "cases: [{way: fly}] | cases.yml, line 1, cases[0].way: must be one of promote, run, rerun, rebuild, gate, unlock",
                "cases: [{way: run}] | cases.yml, cases[0].starts: is missing",
                "cases: [{result: green}] | cases.yml, line 1, cases[0].result: must be one of canceled, failed, passed, running, stopped",
                "cases: [{by: U0BBO, at: 2026-12-01T10:00Z, expect: granted}] | cases.yml, line 1, cases[0].by: \"U0BBO\" isn't listed under people",
                "cases: [{votes: {U0BBO: approve}, at: 2026-12-01T10:00Z, expect: granted}] | cases[0].votes.U0BBO: \"U0BBO\" isn't listed under people",
                "people: {U0BOB: Bob}, groups: {S0RELEASE: [U0BBO]} | groups.S0RELEASE: \"U0BBO\" isn't listed under people",
                "people: {bob: Bob} | people.bob: isn't the Slack id of a person",
                "people: {U0BOB: {name: Bob, standing: boss}} | people.U0BOB.standing: must be member, guest, stranger, bot, deactivated, unknown",
                "groups: {release: []} | groups.release: isn't the Slack id of a user group",
                "defaults: {expect: granted} | defaults.expect: isn't a known key here",
                "cases: [{way: unlock, at: 2026-12-01T10:00Z, expect: granted}] | cases[0].locks: is missing; list the lock that is to end",
            })
    void aFaultyFileIsToldWithItsLines(String cases, String fault) throws IOException {
        int code = test(RULES, cases.startsWith("people") && cases.contains("groups") ? "{" + cases + "}" : cases);

        assertThat(err).contains(fault);
        assertThat(out).isEmpty();
        assertThat(code).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"promotions: [{name: production, approvals: 1}]", "promotions: [", "colour: red"})
    void soIsAFaultyFileOfRules(String rules) throws IOException {
        assertThat(test(rules, PEOPLE + "cases: [{name: x, expect: granted}]")).isEqualTo(2);
        assertThat(err).contains("signalman.yml, line 1");
    }

    @Test
    void missingFilesAndArgumentsAreWrongUsage() throws IOException {
        Files.writeString(folder.resolve("signalman.yml"), RULES);
        assertThat(policy("test", folder + "/none.yml")).isEqualTo(2);
        assertThat(err).contains("none.yml: can't find this file");
        assertThat(policy("test", folder + "/none.yml", "--config", folder + "/neither.yml"))
                .isEqualTo(2);
        assertThat(err).contains("neither.yml: can't find this file; name the one with the rules by --config");
        assertThat(policy("test")).isEqualTo(2);
        assertThat(policy()).isEqualTo(2);
    }

    @Test
    void everyRuleIsTried() throws IOException {
        assertThat(test(resource("rules.yml"), resource("cases.yml")))
                .as(out + err)
                .isZero();
    }

    /** A change in any rule makes at least one case differ. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "branches: [main, \"release/*\"] | branches: [main]",
                "branches: [main, \"release/*\"] | branches: [\"*\"]",
                "from: [.semaphore/semaphore.yml] | from: [.semaphore/nightly.yml]",
                "approvals: 2 | approvals: 1",
                "approvals: 2 | approvals: 3",
                "approvers: [S0RELEASE] | approvers: [S0DEV, S0RELEASE]",
                "approvers: [S0RELEASE] | approvers: [S0ONCALL]",
                "    not_by: [author] | ''",
                "self_approval: true | self_approval: false",
                "PT2H, zone | PT1H, zone",
                "PT2H, zone | PT3H, zone",
                "zone: Europe/Belgrade | zone: UTC",
                "break_glass: [S0ONCALL] | break_glass: [S0DEV]",
                "    break_glass: [S0ONCALL] | ''",
                "unlock: [S0ONCALL] | unlock: [S0RELEASE]",
                "    unlock: [S0ONCALL] | ''",
                "required: true | required: false",
                "options: [eu, us] | options: [eu, us, mars]",
                "promotions: [preview] | promotions: [live]",
                "projects: | 'unnamed: allow\nprojects:'",
                "pipeline_files: [.semaphore/production.yml] | pipeline_files: [.semaphore/other.yml]",
                "override: [S0ONCALL] | override: everyone",
                "  override: [S0ONCALL] | ''",
                "run: [S0DEV] | run: everyone",
                "gate: true | gate: false",
                "as: person | as: service",
            })
    void noChangeOfARuleGoesUnnoticed(String rule, String changed) throws IOException {
        var rules = resource("rules.yml");
        var at = rules.indexOf(rule);
        assertThat(at).isNotNegative();

        int code = test(rules.substring(0, at) + changed + rules.substring(at + rule.length()), resource("cases.yml"));

        assertThat(code).as(out + err).isOne();
        assertThat(out).contains("differs");
    }
}
