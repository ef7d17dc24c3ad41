package dev.signalman.feature.approvals;

import java.util.List;

/**
 * Who is written to about a request, one by one.
 *
 * @param people ids, in a fixed order; nobody where no policy wants it, or where it cannot be
 * @param instead why those are mentioned instead who should be written to, in whole sentences; empty where they need not be
 */
record ApprovalRecipients(List<String> people, String instead) {
    /** Nobody shall be written to. */
    static final ApprovalRecipients NOBODY = new ApprovalRecipients(List.of(), "");

    /** Keeps its own copy. */
    ApprovalRecipients {
        people = List.copyOf(people);
    }

    static ApprovalRecipients mentionedInstead(String why) {
        return new ApprovalRecipients(List.of(), why + ", so they are mentioned there instead.");
    }

    /** What whoever asks is told of it; may be empty. */
    String words() {
        return people.isEmpty()
                ? instead
                : "I wrote to " + people.size() + (people.size() == 1 ? " person who" : " people who")
                        + " may approve it.";
    }
}
