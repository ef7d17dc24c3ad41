package dev.signalman.simulator.semaphore.http;

import dev.signalman.simulator.semaphore.SemaphoreRefusal;

/** Parses integers for resources that reject anything else. */
final class WholeNumbers {
    private WholeNumbers() {}

    static int read(RequestParameters parameters, String name, int otherwise) {
        var text = parameters.text(name);
        if (text.isEmpty()) {
            return otherwise;
        }
        if (!text.matches("-?[0-9]{1,9}")) {
            throw new SemaphoreRefusal(
                    SemaphoreRefusal.Kind.INVALID,
                    "Invalid value of '" + name + "' param: \"" + text + "\" - needs to be integer.");
        }
        return Integer.parseInt(text);
    }
}
