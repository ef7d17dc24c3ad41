package dev.signalman.journal;

import dev.signalman.command.Command;
import dev.signalman.command.Observe;

/** Knows two lines: {@code rerun …} acts, {@code observe <id>} is the bot's own. */
final class StubLineClassifier implements LineClassifier {
    @Override
    public String print(Command command) {
        return command instanceof Observe observe ? "observe " + observe.pipelineId() : command.toString();
    }

    @Override
    public boolean disarms(String line) {
        return line.startsWith("rerun");
    }

    @Override
    public boolean needsNoSemaphore(String line) {
        return line.equals("help");
    }
}
