package dev.signalman.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.app.PolicyCommand;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** The cases that come with rules end as they say, and notice when a rule is taken away. */
final class DocumentedCasesTest {
    @TempDir
    private Path folder;

    private String printed = "";

    private int test(Path cases, Path rules) {
        var out = new StringWriter();
        int code = new CommandLine(new PolicyCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(out, true))
                .execute("test", cases.toString(), "--config", rules.toString());
        printed = out.toString();
        return code;
    }

    private Path written(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static String block(String page, String beginning) {
        return MarkdownPage.of(page).blocks().stream()
                .map(MarkdownPage.Block::text)
                .filter(text -> text.startsWith(beginning))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void thoseOfTheReadmesRuleEndAsTheySay() throws IOException {
        var rules = written("signalman.yml", block("README.md", "promotions:"));

        assertThat(test(Path.of("deploy/compose/config/cases.yml"), rules))
                .as(printed)
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"branches", "approvals", "approvers", "break_glass", "pipeline_files"})
    void theyNoticeWhenAPartOfTheRuleIsTakenAway(String key) throws IOException {
        var rule = block("README.md", "promotions:");
        var less = rule.replaceFirst("\n    " + key + ": [^\n]*", "");
        assertThat(less).isNotEqualTo(rule);
        if (key.equals("approvers")) {
            less = less.replaceFirst("\n    approvals: [^\n]*", ""); // one needs the other
        }

        assertThat(test(Path.of("deploy/compose/config/cases.yml"), written("signalman.yml", less)))
                .as(printed)
                .isOne();
    }

    @Test
    void thoseOfThePageEndAsTheySayAndTheDifferenceIsAsShown() throws IOException {
        var page = "docs/testing-rules.md";
        var cases = written("cases.yml", block(page, "people:"));
        var rule = block(page, "promotions:");

        assertThat(test(cases, written("signalman.yml", rule))).as(printed).isZero();

        assertThat(test(cases, written("signalman.yml", rule.replace("    not_by: [author]\n", ""))))
                .isOne();
        assertThat(block(page, "ok       Bob approves").lines().filter(line -> !line.contains("…")))
                .allSatisfy(line -> assertThat(printed.lines()).contains(line));
    }

    @Test
    void thoseOfOurOwnRulesEndAsTheySay() {
        assertThat(test(Path.of(".semaphore/cases.yml"), Path.of(".semaphore/signalman.yml")))
                .as(printed)
                .isZero();
    }
}
