package dev.signalman.app.checks;

import dev.signalman.checkup.Check;
import dev.signalman.checkup.Finding;
import dev.signalman.checkup.Occasion;
import jakarta.inject.Inject;
import java.util.List;

/** Whether Java is new enough, and writes text as UTF-8: on Java 17 without a locale it does not (docs/slack.md, "Signatures"). */
final class MachineCheck implements Check {
    private static final String JAVA = "Java";
    private static final int OLDEST = 17;

    private final Machine machine;

    @Inject
    MachineCheck(Machine machine) {
        this.machine = machine;
    }

    @Override
    public String about() {
        return JAVA;
    }

    @Override
    public List<Finding> look(Occasion occasion) {
        return List.of(version(), charset());
    }

    private Finding version() {
        var words = "It is version " + machine.javaVersion() + ".";
        return machine.javaVersion() >= OLDEST
                ? Finding.fine(JAVA, words)
                : Finding.wrong(JAVA, words, "Run me with Java " + OLDEST + " or later.");
    }

    private Finding charset() {
        var what = "the character set of Java";
        return machine.charset().equals("UTF-8")
                ? Finding.fine(what, "It is UTF-8.")
                : Finding.worthALook(
                        what,
                        "It is " + machine.charset() + ", so that the log loses every letter that this has not.",
                        "Start me with -Dfile.encoding=UTF-8, as the README's examples do.");
    }
}
