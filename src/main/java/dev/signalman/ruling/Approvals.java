package dev.signalman.ruling;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How many people must approve of a promotion, who they are, and how they are asked.
 *
 * @param needed how many different people; 0 when none is needed
 * @param approvers ids of Slack user groups ({@code S…}) and people ({@code U…}, {@code W…}); when it is empty nobody may approve
 * @param channel where the request is shown; null for where it was asked for
 * @param told how approvers hear of it
 * @param self whether whoever asked may approve too
 * @param notAuthor whether nobody who pushed what ships may approve it
 * @param expires how long a request stays open
 * @param reminders how long after it was opened it is recalled, each once
 */
public record Approvals(
        int needed,
        List<String> approvers,
        @Nullable String channel,
        Notify told,
        boolean self,
        boolean notAuthor,
        Duration expires,
        List<Duration> reminders) {
    /** How long a request stays open when nothing is said. */
    public static final Duration USUAL_LIFE = Duration.ofHours(4);

    /** None is needed. */
    public static final Approvals NONE =
            new Approvals(0, List.of(), null, Notify.MENTION, false, USUAL_LIFE, List.of());

    /** How approvers hear of a request. */
    public enum Notify {
        /** The card names them, so that Slack tells them. */
        MENTION,
        /** Each gets a message of their own. */
        DM,
        /** They are not told. */
        NONE
    }

    /** Approvals that may also come from whoever pushed what ships. */
    public Approvals(
            int needed,
            List<String> approvers,
            @Nullable String channel,
            Notify told,
            boolean self,
            Duration expires,
            List<Duration> reminders) {
        this(needed, approvers, channel, told, self, false, expires, reminders);
    }

    /** Keeps its own copies. */
    public Approvals {
        approvers = List.copyOf(approvers);
        reminders = List.copyOf(reminders);
    }

    /** The same, its approvers told in another way. */
    public Approvals telling(Notify other) {
        return new Approvals(needed, approvers, channel, other, self, notAuthor, expires, reminders);
    }

    /** With {@code not_by: [author]}: a vote of whoever pushed what ships does not count. */
    public Approvals notByAuthor() {
        return new Approvals(needed, approvers, channel, told, self, true, expires, reminders);
    }

    /** So many of these, as usual for the rest. */
    public static Approvals of(int needed, String... approvers) {
        return new Approvals(needed, List.of(approvers), null, Notify.MENTION, false, USUAL_LIFE, List.of());
    }
}
