package dev.signalman.feature.approvals.rule;

import dev.signalman.domain.Person.Standing;
import dev.signalman.feature.approvals.request.RequestPhrases;
import dev.signalman.ruling.Membership;
import dev.signalman.ruling.Policy;
import dev.signalman.ruling.Wish;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Facts about who may break the glass for a wish. What is missing is unknown, and then nobody may.
 *
 * @param standing the requester's standing in the workspace
 * @param members by policy, whether it names the requester
 * @param names display names of the groups and people that policies name
 */
public record EligibleGlassBreakers(Standing standing, Map<Policy, Membership> members, Map<String, String> names) {
    /** Keeps its own copies. */
    public EligibleGlassBreakers {
        members = Map.copyOf(members);
        names = Map.copyOf(names);
    }

    /** The policies that can hold back the wish. */
    public static List<Policy> guarding(Wish wish) {
        return wish.policies().stream().filter(Policy::guards).toList();
    }

    /** Whether anybody could be let through: some policy holds back the wish, and each one that does has a glass. */
    public static boolean breakable(Wish wish) {
        var guarding = guarding(wish);
        return !guarding.isEmpty()
                && guarding.stream().noneMatch(policy -> policy.breakGlass().isEmpty());
    }

    Membership member(Policy policy) {
        return members.getOrDefault(policy, Membership.UNKNOWN);
    }

    /** Display names of those whom a policy names. */
    String named(Policy policy) {
        return RequestPhrases.list(policy.breakGlass().stream()
                .map(id -> names.getOrDefault(id, id))
                .distinct()
                .toList());
    }

    /** Display names of those whom the policies name. */
    String named(Wish wish) {
        return guarding(wish).stream()
                .map(this::named)
                .distinct()
                .collect(Collectors.joining(", and among those only "));
    }
}
