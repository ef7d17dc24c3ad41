package dev.signalman.simulator.semaphore.http;

import dev.signalman.simulator.semaphore.Refused;

/** Whole numbers of resources that refuse what is none. */
final class Integers {
    private Integers() {}

    static int read(Parameters parameters, String name, int otherwise) {
        var text = parameters.text(name);
        if (text.isEmpty()) {
            return otherwise;
        }
        if (!text.matches("-?[0-9]{1,9}")) {
            throw new Refused(
                    Refused.Kind.INVALID,
                    "Invalid value of '" + name + "' param: \"" + text + "\" - needs to be integer.");
        }
        return Integer.parseInt(text);
    }
}
