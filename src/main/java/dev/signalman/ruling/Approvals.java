package dev.signalman.ruling;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How many people must approve a promotion, who they are, and how they are notified.
 *
 * @param needed number of different people; 0 for none
 * @param approvers ids of Slack user groups ({@code S…}) and people ({@code U…}, {@code W…}); if empty, nobody may
 *     approve
 * @param channel where the request is shown; null for the channel of the command
 * @param told how approvers are notified
 * @param self whether the requester may approve too
 * @param notAuthor whether people who pushed the shipped commits may not approve
 * @param expires how long a request stays open
 * @param reminders times after opening at which the bot reminds the approvers, once each
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
    /** Default lifetime of a request. */
    public static final Duration USUAL_LIFE = Duration.ofHours(4);

    /** No approvals needed. */
    public static final Approvals NONE =
            new Approvals(0, List.of(), null, Notify.MENTION, false, USUAL_LIFE, List.of());

    /** How approvers are notified of a request. */
    public enum Notify {
        /** The card mentions them. */
        MENTION,
        /** Each gets a direct message. */
        DM,
        /** They are not notified. */
        NONE
    }

    /** Approvals that also count votes of people who pushed what ships. */
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

    /** Sets how approvers are notified. */
    public Approvals telling(Notify other) {
        return new Approvals(needed, approvers, channel, other, self, notAuthor, expires, reminders);
    }

    /** Sets {@code not_by: [author]}: votes of people who pushed what ships do not count. */
    public Approvals notByAuthor() {
        return new Approvals(needed, approvers, channel, told, self, true, expires, reminders);
    }

    /** The requester's own vote does not count. */
    public Approvals withoutSelf() {
        return new Approvals(needed, approvers, channel, told, false, notAuthor, expires, reminders);
    }

    /** Sets the channel where requests are shown. */
    public Approvals in(String other) {
        return new Approvals(needed, approvers, other, told, self, notAuthor, expires, reminders);
    }

    /** Approvals with defaults for everything else. */
    public static Approvals of(int needed, String... approvers) {
        return new Approvals(needed, List.of(approvers), null, Notify.MENTION, false, USUAL_LIFE, List.of());
    }
}
