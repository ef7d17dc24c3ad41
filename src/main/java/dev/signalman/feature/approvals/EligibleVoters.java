package dev.signalman.feature.approvals;

import dev.signalman.domain.Person.Standing;
import dev.signalman.ruling.Membership;
import dev.signalman.ruling.Policy;
import java.util.List;
import java.util.Map;

/**
 * What is known of those whose word could count under the policies of a wish. Whoever is not mentioned is not known, so that their
 * word does not count.
 *
 * @param standings what each voter is to the workspace
 * @param members by policy, which of the voters and of whoever asks is among its approvers
 * @param names what people call the groups and people that the policies name
 * @param pushers who pushed what would ship; nobody where no policy asks for that
 */
record EligibleVoters(
        Map<String, Standing> standings,
        Map<Policy, Map<String, Membership>> members,
        Map<String, String> names,
        List<Pusher> pushers) {
    /** Keeps its own copies. */
    EligibleVoters {
        standings = Map.copyOf(standings);
        members = Map.copyOf(members);
        names = Map.copyOf(names);
        pushers = List.copyOf(pushers);
    }

    /** Whether somebody's word counts, and if not, why. */
    enum Word {
        COUNTS,
        /** They asked for it themselves. */
        OWN,
        /** They pushed what would ship. */
        PUSHER,
        /** Nobody can tell whether they pushed what would ship. */
        UNCLEAR,
        /** They are no full member of the workspace. */
        NO_MEMBER,
        /** They are not among those who are named. */
        NOT_NAMED,
        /** Slack does not tell. */
        UNKNOWN
    }

    /** Whether the word of {@code userId} counts under a policy when {@code requesterId} asks. */
    Word word(Policy policy, String userId, String requesterId) {
        if (!policy.approvals().self() && userId.equals(requesterId)) {
            return Word.OWN;
        }
        var standing = standings.getOrDefault(userId, Standing.UNKNOWN);
        if (standing == Standing.UNKNOWN) {
            return Word.UNKNOWN;
        }
        if (standing != Standing.MEMBER) {
            return Word.NO_MEMBER;
        }
        return switch (member(policy, userId)) {
            case IN -> policy.approvals().notAuthor() ? pushed(userId) : Word.COUNTS;
            case OUT -> Word.NOT_NAMED;
            case UNKNOWN -> Word.UNKNOWN;
        };
    }

    private Word pushed(String userId) {
        if (pushers.stream().anyMatch(pusher -> pusher.is(userId))) {
            return Word.PUSHER;
        }
        return pushers.stream().allMatch(Pusher::known) ? Word.COUNTS : Word.UNCLEAR;
    }

    /** Those who pushed what would ship and do not count under a policy, by name. */
    List<String> pushers(Policy policy) {
        return policy.approvals().notAuthor()
                ? pushers.stream().map(Pusher::said).distinct().toList()
                : List.of();
    }

    /** Those of them of whom nobody can tell who they are here. */
    List<String> strangers(Policy policy) {
        return policy.approvals().notAuthor()
                ? pushers.stream()
                        .filter(pusher -> !pusher.known())
                        .map(Pusher::said)
                        .distinct()
                        .toList()
                : List.of();
    }

    /** Whether somebody is among the approvers of a policy. */
    Membership member(Policy policy, String userId) {
        return members.getOrDefault(policy, Map.of()).getOrDefault(userId, Membership.UNKNOWN);
    }

    /** What people call a group or person. */
    String name(String id) {
        return names.getOrDefault(id, id);
    }

    /** What people call all approvers of a policy. */
    List<String> names(Policy policy) {
        return policy.approvals().approvers().stream().map(this::name).toList();
    }
}
