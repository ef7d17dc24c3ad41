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

    /** What would be promoted, for example {@code web, commit 1a2b3c4}. */
    public static String cargo(ApprovalRequest request) {
        return request.cargo().project() + ", commit " + request.cargo().shortCommit();
    }

    /** Who asked for it and, on a line of its own since it is foreign text, the commit's message. */
    public static String source(ApprovalRequest request) {
        var asker = request.requester().spoken();
        var title = request.cargo().title();
        return (asker.isBlank() ? "" : asker + " asked for it.")
                + (title.isBlank() ? "" : "\nCommit message: " + title);
    }

    /** For example {@code 2 approvals}. */
    public static String approvals(int number) {
        return number + (number == 1 ? " approval" : " approvals");
    }
}
