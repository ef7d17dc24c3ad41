package dev.signalman.engine;

import dev.signalman.command.Command;
import dev.signalman.engine.inbox.LineClassifier;

/** Knows one line: {@code rerun …} acts. */
final class StubLineClassifier implements LineClassifier {
    @Override
    public String print(Command command) {
        return command.toString();
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
