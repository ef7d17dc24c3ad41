package dev.signalman.feature.approvals;

import java.util.List;

/** Words that requests are spoken of with. */
final class RequestPhrases {
    private RequestPhrases() {}

    /** {@code Bob}, {@code Bob and Carol}, {@code Bob, Carol and Dan}. */
    static String list(List<String> names) {
        if (names.size() < 2) {
            return String.join("", names);
        }
        return String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.get(names.size() - 1);
    }

    /** A sentence that may have its own full stop already. */
    static String ended(String sentence) {
        return sentence.matches("(?s).*[.!?…]\\s*") ? sentence.strip() : sentence.strip() + ".";
    }

    /** {@code 1 approval}, {@code 2 approvals}. */
    static String approvals(int number) {
        return number + (number == 1 ? " approval" : " approvals");
    }
}
