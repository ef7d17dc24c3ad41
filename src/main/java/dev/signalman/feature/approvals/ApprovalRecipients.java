package dev.signalman.feature.approvals;

import java.util.List;

/**
 * The people who get a direct message about a request.
 *
 * @param people ids in a fixed order; empty where no policy wants it, or it is impossible
 * @param instead why they are mentioned instead, in whole sentences; empty if they need not be
 */
record ApprovalRecipients(List<String> people, String instead) {
    /** No direct messages wanted. */
    static final ApprovalRecipients NOBODY = new ApprovalRecipients(List.of(), "");

    /** Keeps its own copy. */
    ApprovalRecipients {
        people = List.copyOf(people);
    }

    static ApprovalRecipients mentionedInstead(String why) {
        return new ApprovalRecipients(List.of(), why + ", so they are mentioned there instead.");
    }

    /** What the requester is told about it; may be empty. */
    String words() {
        return people.isEmpty()
                ? instead
                : "I wrote to " + people.size() + (people.size() == 1 ? " person who" : " people who")
                        + " may approve it.";
    }
}
