package dev.signalman.feature.approvals.rule;

import dev.signalman.chat.MemberRoster;
import dev.signalman.chat.MessengerException;
import dev.signalman.chat.People;
import dev.signalman.domain.Person;
import dev.signalman.ruling.Approvals;
import dev.signalman.ruling.Approvals.Notify;
import dev.signalman.ruling.Policy;
import dev.signalman.ruling.Wish;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the people to notify directly of a request: full members among the approvers of policies that want it, as Slack
 * lists them now. The requester and the contributors of what ships are left out where their vote does not count.
 */
public final class ApprovalRecipientFinder {
    /**
     * Maximum recipients: each costs an update with every vote, and Slack accepts about fifty a minute from the whole
     * workspace.
     */
    static final int MOST = 20;

    private static final Logger LOG = LoggerFactory.getLogger(ApprovalRecipientFinder.class);

    private final MemberRoster roster;
    private final People people;
    private final ApprovalRule rule;

    @Inject
    ApprovalRecipientFinder(MemberRoster roster, People people, ApprovalRule rule) {
        this.roster = roster;
        this.people = people;
        this.rule = rule;
    }

    public ApprovalRecipients of(Wish wish) {
        var wanted = ApprovalRule.asking(wish).stream()
                .map(Policy::approvals)
                .filter(each -> each.told() == Notify.DM)
                .toList();
        if (wanted.isEmpty()) {
            return ApprovalRecipients.NOBODY;
        }
        var contributors = wanted.stream().anyMatch(Approvals::notAuthor)
                ? rule.gather(wish).contributors()
                : List.<Contributor>of();
        var ids = new TreeSet<String>();
        try {
            wanted.forEach(each -> ids.addAll(approvers(each, wish.requester().userId(), contributors)));
        } catch (MessengerException silent) {
            LOG.warn(
                    "Approvers are mentioned in the channel, not messaged: Slack didn't return the members of "
                            + "their groups ({})",
                    silent.kind());
            return ApprovalRecipients.mentionedInstead("Slack didn't return the members of the approver groups");
        }
        if (ids.size() > MOST) {
            return ApprovalRecipients.mentionedInstead(
                    ids.size() + " people can approve it, and I message at most " + MOST + " directly");
        }
        var members = ids.stream().filter(this::isMember).toList();
        return members.isEmpty()
                ? ApprovalRecipients.mentionedInstead("I found no approver to message directly")
                : new ApprovalRecipients(members, "");
    }

    private Set<String> approvers(Approvals approvals, String requesterId, List<Contributor> contributors) {
        var ids = new TreeSet<String>();
        for (var id : approvals.approvers()) {
            if (id.startsWith("S")) {
                ids.addAll(roster.members(id));
            } else {
                ids.add(id);
            }
        }
        if (!approvals.self()) {
            ids.remove(requesterId);
        }
        if (approvals.notAuthor()) {
            ids.removeIf(id -> contributors.stream().anyMatch(contributor -> contributor.is(id)));
        }
        return ids;
    }

    private boolean isMember(String userId) {
        var standing = people.find(userId).standing();
        if (standing != Person.Standing.MEMBER) {
            LOG.info("{} isn't messaged about requests: {}", userId, standing);
        }
        return standing == Person.Standing.MEMBER;
    }

    /**
     * Who is written to about a request, one by one.
     *
     * @param people ids, in a fixed order; nobody where no policy wants it, or where it cannot be
     * @param instead why those are mentioned instead who should be written to, in whole sentences; empty where they need not be
     */
    public record ApprovalRecipients(List<String> people, String instead) {
        /** Nobody shall be written to. */
        static final ApprovalRecipients NOBODY = new ApprovalRecipients(List.of(), "");

        /** Keeps its own copy. */
        public ApprovalRecipients {
            people = List.copyOf(people);
        }

        static ApprovalRecipients mentionedInstead(String why) {
            return new ApprovalRecipients(List.of(), why + ", so the approvers are mentioned on the card instead.");
        }

        /** What whoever asks is told of it; may be empty. */
        public String words() {
            return people.isEmpty()
                    ? instead
                    : "I messaged " + people.size() + (people.size() == 1 ? " person who" : " people who")
                            + " can approve it.";
        }
    }
}
