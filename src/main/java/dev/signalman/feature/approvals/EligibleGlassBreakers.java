package dev.signalman.feature.approvals;

import dev.signalman.domain.Person.Standing;
import dev.signalman.ruling.Membership;
import dev.signalman.ruling.Policy;
import dev.signalman.ruling.Wish;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What is known of those who may break the glass on a wish. What is not mentioned is not known, and then nobody may.
 *
 * @param standing what whoever wants it is to the workspace
 * @param members by policy, whether they are among those whom it names
 * @param names what people call the groups and people that the policies name
 */
record EligibleGlassBreakers(Standing standing, Map<Policy, Membership> members, Map<String, String> names) {
    /** Keeps its own copies. */
    EligibleGlassBreakers {
        members = Map.copyOf(members);
        names = Map.copyOf(names);
    }

    /** The policies of a wish that keep anything back. */
    static List<Policy> guarding(Wish wish) {
        return wish.policies().stream().filter(Policy::guards).toList();
    }

    /** Whether somebody might be let through: whether there is a glass, and each policy that keeps anything back has one. */
    static boolean breakable(Wish wish) {
        var guarding = guarding(wish);
        return !guarding.isEmpty()
                && guarding.stream().noneMatch(policy -> policy.breakGlass().isEmpty());
    }

    Membership member(Policy policy) {
        return members.getOrDefault(policy, Membership.UNKNOWN);
    }

    /** Those whom a policy names, as people call them. */
    String named(Policy policy) {
        return RequestPhrases.list(policy.breakGlass().stream()
                .map(id -> names.getOrDefault(id, id))
                .distinct()
                .toList());
    }

    /** Those whom all policies of a wish name, as people call them. */
    String named(Wish wish) {
        return guarding(wish).stream().map(this::named).distinct().collect(Collectors.joining("; and of them only "));
    }
}
