package dev.signalman.feature.locks;

import dev.signalman.chat.People;
import dev.signalman.command.Refusal;
import dev.signalman.command.Suggestion;
import dev.signalman.command.Unlock;
import dev.signalman.ruling.Membership;
import dev.signalman.ruling.MembershipLookup;
import dev.signalman.ruling.Policies;
import dev.signalman.ruling.Policy;
import dev.signalman.ruling.RuledProjectNames;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Who may end or take over another person's lock: those whom every applicable rule with a list names, under
 * {@code unlock:} or else as approvers. Without any list, every full member may.
 */
final class UnlockPermissions {
    private final Supplier<Policies> policies;
    private final RuledProjectNames names;
    private final MembershipLookup membershipLookup;
    private final People people;

    @Inject
    UnlockPermissions(
            Supplier<Policies> policies, RuledProjectNames names, MembershipLookup membershipLookup, People people) {
        this.policies = policies;
        this.names = names;
        this.membershipLookup = membershipLookup;
        this.people = people;
    }

    /**
     * Admits the holder, and a person who may end the holder's lock.
     *
     * @param instead offered to others, who can ask the holder
     * @throws Refusal when the person may not, or Slack does not say
     */
    void admit(HeldLock held, String userId, Unlock instead) {
        if (held.by(userId)) {
            return;
        }
        var project = names.of(held.what().projectId(), held.what().project()).name();
        var lists = policies.get().of(held.promotion(), project).stream()
                .map(UnlockPermissions::named)
                .filter(list -> !list.isEmpty())
                .toList();
        var words =
                lists.stream().map(list -> membershipLookup.of(userId, list)).toList();
        if (words.stream().allMatch(Membership.IN::equals)) {
            return;
        }
        var which = held.promotion() + " of " + held.what().project();
        var holder = held.holder().name();
        var who = lists.stream()
                .flatMap(List::stream)
                .distinct()
                .map(people::nameOf)
                .collect(Collectors.joining(", "));
        var ask = List.of(Suggestion.next("Ask " + holder + " to unlock it", instead));
        throw words.contains(Membership.OUT)
                ? new Refusal(
                        which + " is locked by " + holder + ". Only " + holder + " and " + who
                                + " can remove that lock. Ask one of them.",
                        ask)
                : new Refusal(
                        which + " is locked by " + holder + ", and Slack didn't confirm that you can remove that lock ("
                                + who + "). Try again in a few minutes.",
                        ask);
    }

    private static List<String> named(Policy policy) {
        return policy.unlock().isEmpty() ? policy.approvals().approvers() : policy.unlock();
    }
}
