package dev.signalman.feature.runs;

import dev.signalman.dispatch.Act;
import java.util.Map;
import java.util.stream.Collectors;

/** Says on a card who started a workflow, and with what: {@code Run by Alice with LEVEL=full}. */
final class StartNote {
    private StartNote() {}

    static String of(String what, Act act, Map<String, String> parameters) {
        var by = what + " by " + act.actor().name();
        return parameters.isEmpty()
                ? by
                : by
                        + parameters.entrySet().stream()
                                .map(each -> each.getKey() + "=" + each.getValue())
                                .collect(Collectors.joining(" ", " with ", ""));
    }
}
