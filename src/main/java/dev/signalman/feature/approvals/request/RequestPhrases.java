package dev.signalman.feature.approvals.request;

import java.util.List;

/** Phrases about requests. */
public final class RequestPhrases {
    private RequestPhrases() {}

    /** For example {@code Bob, Carol and Dan}. */
    public static String list(List<String> names) {
        if (names.size() < 2) {
            return String.join("", names);
        }
        return String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.get(names.size() - 1);
    }

    /** Adds a full stop unless there is one. */
    public static String ended(String sentence) {
        return sentence.matches("(?s).*[.!?…]\\s*") ? sentence.strip() : sentence.strip() + ".";
    }

    /** For example {@code 2 approvals}. */
    public static String approvals(int number) {
        return number + (number == 1 ? " approval" : " approvals");
    }
}
