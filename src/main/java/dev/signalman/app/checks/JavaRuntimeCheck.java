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
        var words = "Version " + javaRuntime.javaVersion() + ".";
        return javaRuntime.javaVersion() >= OLDEST
                ? CheckResult.fine(JAVA, words)
                : CheckResult.wrong(JAVA, words, "Run Signalman with Java " + OLDEST + " or later.");
    }

    private CheckResult charset() {
        var what = "Java's character set";
        return javaRuntime.charset().equals("UTF-8")
                ? CheckResult.fine(what, "UTF-8.")
                : CheckResult.worthALook(
                        what,
                        "It is " + javaRuntime.charset() + ", so the log loses characters that it doesn't have.",
                        "Start Signalman with -Dfile.encoding=UTF-8.");
    }
}
