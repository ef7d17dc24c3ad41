package dev.signalman.feature.approvals.rule;

import dev.signalman.domain.Person.Standing;
import dev.signalman.ruling.DeployStart;
import dev.signalman.ruling.Membership;
import dev.signalman.ruling.Policy;
import dev.signalman.ruling.Vote;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Facts about whose votes count under a wish's policies. People who are missing are unknown, and their votes do not
 * count.
 *
 * @param standings each voter's standing in the workspace
 * @param members by policy, which of the voters and the requester are among its approvers
 * @param names display names of the groups and people that policies name
 * @param contributors who wrote or pushed what would ship; empty where no policy asks
 * @param starter who started the deploy elsewhere; null for a promotion that was asked for in Slack
 * @param factors by policy with {@code step_up}, the ids of the voters' second factors that count under it
 */
public record EligibleVoters(
        Map<String, Standing> standings,
        Map<Policy, Map<String, Membership>> members,
        Map<String, String> names,
        List<Contributor> contributors,
        DeployStart.@Nullable Starter starter,
        Map<Policy, Map<String, Set<String>>> factors) {
    /** Facts about a promotion that was asked for in Slack, without second factors. */
    public EligibleVoters(
            Map<String, Standing> standings,
            Map<Policy, Map<String, Membership>> members,
            Map<String, String> names,
            List<Contributor> contributors) {
        this(standings, members, names, contributors, null, Map.of());
    }

    /** Keeps its own copies. */
    public EligibleVoters {
        standings = Map.copyOf(standings);
        members = Map.copyOf(members);
        names = Map.copyOf(names);
        contributors = List.copyOf(contributors);
        factors = Map.copyOf(factors);
    }

    /** Whether a vote counts, and if not, why. */
    public enum Eligibility {
        COUNTS,
        /** The requester's own vote. */
        OWN,
        /** The voter wrote or pushed a change in what would ship. */
        CONTRIBUTOR,
        /** Unknown whether the voter did. */
        UNCLEAR,
        /** The voter is not a full member of the workspace. */
        NO_MEMBER,
        /** The policy does not name the voter. */
        NOT_NAMED,
        /** Slack does not say. */
        UNKNOWN
    }

    /** Whether the vote of {@code userId} counts under a policy, for a request by {@code requesterId}. */
    public Eligibility eligibility(Policy policy, String userId, String requesterId) {
        if (!policy.approvals().self() && (userId.equals(requesterId) || started(userId))) {
            return Eligibility.OWN;
        }
        var standing = standings.getOrDefault(userId, Standing.UNKNOWN);
        if (standing == Standing.UNKNOWN) {
            return Eligibility.UNKNOWN;
        }
        if (standing != Standing.MEMBER) {
            return Eligibility.NO_MEMBER;
        }
        return switch (member(policy, userId)) {
            case IN -> policy.approvals().notAuthor() ? pushed(userId) : Eligibility.COUNTS;
            case OUT -> Eligibility.NOT_NAMED;
            case UNKNOWN -> Eligibility.UNKNOWN;
        };
    }

    /** Whether a second factor of the voter that still counts under a policy stands behind a vote. */
    boolean proven(Policy policy, Vote vote) {
        return vote.factor() != null
                && factors.getOrDefault(policy, Map.of())
                        .getOrDefault(vote.userId(), Set.of())
                        .contains(vote.factor());
    }

    /** Whether this person may have started the deploy elsewhere. */
    boolean started(String userId) {
        return starter != null && starter.people().contains(userId);
    }

    /**
     * The approvals that a policy needs. If nobody knows who in Slack started the deploy, that may be one of the
     * voters, so one more approval is needed.
     */
    int needed(Policy policy) {
        var uncounted =
                starter != null && starter.unknown() && !policy.approvals().self();
        return policy.approvals().needed() + (uncounted ? 1 : 0);
    }

    private Eligibility pushed(String userId) {
        if (contributors.stream().anyMatch(contributor -> contributor.is(userId))) {
            return Eligibility.CONTRIBUTOR;
        }
        return contributors.stream().allMatch(Contributor::known) ? Eligibility.COUNTS : Eligibility.UNCLEAR;
    }

    /** Names of contributors who do not count under a policy. */
    public List<String> contributors(Policy policy) {
        return policy.approvals().notAuthor()
                ? contributors.stream().map(Contributor::said).distinct().toList()
                : List.of();
    }

    /** Names of those contributors whose identity in Slack is unknown. */
    public List<String> strangers(Policy policy) {
        return policy.approvals().notAuthor()
                ? contributors.stream()
                        .filter(contributor -> !contributor.known())
                        .map(Contributor::said)
                        .distinct()
                        .toList()
                : List.of();
    }

    /** Whether a person is among a policy's approvers. */
    Membership member(Policy policy, String userId) {
        return members.getOrDefault(policy, Map.of()).getOrDefault(userId, Membership.UNKNOWN);
    }

    /** Display name of a group or person. */
    public String name(String id) {
        return names.getOrDefault(id, id);
    }

    /** Display names of a policy's approvers. */
    public List<String> names(Policy policy) {
        return policy.approvals().approvers().stream().map(this::name).toList();
    }

    /** Display names of a policy's approvers, without that of one person. */
    public List<String> othersThan(String userId, Policy policy) {
        return policy.approvals().approvers().stream()
                .filter(approver -> !approver.equals(userId))
                .map(this::name)
                .toList();
    }
}
