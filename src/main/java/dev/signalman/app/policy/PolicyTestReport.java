package dev.signalman.app.policy;

import dev.signalman.app.config.FaultyConfigurationException;
import dev.signalman.app.config.RulesFile;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Judges cases and prints what came of each. */
public final class PolicyTestReport {
    private static final String INDENT = " ".repeat(9);

    private final CaseJudge judge;
    private final PrintWriter out;
    private int fine;
    private int different;
    private int incomplete;

    private PolicyTestReport(RulesFile rules, PrintWriter out) {
        this.judge = new CaseJudge(rules);
        this.out = out;
    }

    /**
     * Judges all cases of a file.
     *
     * @return the exit code: 0 when all ended as expected, 1 when some did not, 2 when a case lacks what a rule asks for
     * @throws FaultyConfigurationException with every fault of the file
     */
    public static int print(RulesFile rules, Path file, PrintWriter out) throws FaultyConfigurationException {
        var cases = PolicyCaseFile.read(file);
        var report = new PolicyTestReport(rules, out);
        cases.forEach(report::print);
        out.println();
        out.println(report.sum(cases.size()));
        out.flush();
        if (report.incomplete > 0) {
            return 2;
        }
        return report.different > 0 ? 1 : 0;
    }

    private void print(PolicyCase policyCase) {
        CaseVerdict verdict;
        try {
            verdict = judge.judge(policyCase);
        } catch (MissingFactException missing) {
            incomplete++;
            line("faulty", policyCase.name() + " (" + policyCase.place() + ")");
            out.println(INDENT + missing.getMessage());
            return;
        }
        var differences = differences(policyCase, verdict);
        if (differences.isEmpty()) {
            fine++;
            line("ok", policyCase.name());
            return;
        }
        different++;
        line("differs", policyCase.name() + " (" + policyCase.place() + ")");
        differences.forEach(each -> out.println(INDENT + each));
        verdict.judgements().forEach(each -> out.println(INDENT + each));
    }

    private static List<String> differences(PolicyCase policyCase, CaseVerdict verdict) {
        var differences = new ArrayList<String>();
        if (verdict.answer() != policyCase.expected()) {
            differences.add("Expected " + policyCase.expected().word() + ", got "
                    + verdict.answer().word() + ".");
        }
        policyCase.because().stream()
                .filter(words -> !verdict.says(words))
                .forEach(words -> differences.add("No rule says \"" + words + "\"."));
        return differences;
    }

    private void line(String word, String rest) {
        out.println(word + " ".repeat(INDENT.length() - word.length()) + rest);
    }

    private String sum(int all) {
        var sum = (all == 1 ? "1 case: " : all + " cases: ") + fine + " ok";
        return sum
                + (different == 0 ? "" : ", " + different + (different == 1 ? " differs" : " differ"))
                + (incomplete == 0 ? "" : ", " + incomplete + " faulty")
                + ".";
    }
}
