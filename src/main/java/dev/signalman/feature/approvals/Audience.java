package dev.signalman.feature.approvals;

import java.util.List;

/**
 * Who is written to about a request, one by one.
 *
 * @param people ids, in a fixed order; nobody where no policy wants it, or where it cannot be
 * @param instead why those are mentioned instead who should be written to, in whole sentences; empty where they need not be
 */
record Audience(List<String> people, String instead) {
    /** Nobody shall be written to. */
    static final Audience NOBODY = new Audience(List.of(), "");

    /** Keeps its own copy. */
    Audience {
        people = List.copyOf(people);
    }

    static Audience mentionedInstead(String why) {
        return new Audience(List.of(), why + ", so they are mentioned there instead.");
    }

    /** What whoever asks is told of it; may be empty. */
    String words() {
        return people.isEmpty()
                ? instead
                : "I wrote to " + people.size() + (people.size() == 1 ? " person who" : " people who")
                        + " may approve it.";
    }
}
