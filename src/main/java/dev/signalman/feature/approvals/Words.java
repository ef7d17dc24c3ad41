package dev.signalman.feature.approvals;

import java.util.List;

/** Words that requests are spoken of with. */
final class Words {
    private Words() {}

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

    /** Why no vote counts where it matters who pushed, to be read behind what does not count. */
    static String nobodyCanTell(List<String> strangers) {
        return ": who pushed what ships does not count (not_by: author), and I cannot tell who in Slack is "
                + list(strangers) + ". Have Semaphore notify me of this project, so that it tells their e-mail address,"
                + " and have the same address in Slack. Whoever may break the glass can go ahead meanwhile.";
    }
}
