package dev.signalman.app.checks;

import dev.signalman.checkup.Check;
import dev.signalman.checkup.CheckContext;
import dev.signalman.checkup.CheckResult;
import jakarta.inject.Inject;
import java.util.List;

/**
 * Checks that Java is new enough and writes text as UTF-8, which Java 17 does not without a locale (docs/slack.md,
 * "Signatures").
 */
final class JavaRuntimeCheck implements Check {
    private static final String JAVA = "Java";
    private static final int OLDEST = 17;

    private final JavaRuntime javaRuntime;

    @Inject
    JavaRuntimeCheck(JavaRuntime javaRuntime) {
        this.javaRuntime = javaRuntime;
    }

    @Override
    public String about() {
        return JAVA;
    }

    @Override
    public List<CheckResult> look(CheckContext checkContext) {
        return List.of(version(), charset());
    }

    private CheckResult version() {
        var words = "It is version " + javaRuntime.javaVersion() + ".";
        return javaRuntime.javaVersion() >= OLDEST
                ? CheckResult.fine(JAVA, words)
                : CheckResult.wrong(JAVA, words, "Run me with Java " + OLDEST + " or later.");
    }

    private CheckResult charset() {
        var what = "the character set of Java";
        return javaRuntime.charset().equals("UTF-8")
                ? CheckResult.fine(what, "It is UTF-8.")
                : CheckResult.worthALook(
                        what,
                        "It is " + javaRuntime.charset() + ", so that the log loses every letter that this has not.",
                        "Start me with -Dfile.encoding=UTF-8, as the README's examples do.");
    }
}
