package dev.signalman.app.policy;

import dev.signalman.chat.MessengerException;
import dev.signalman.chat.People;
import dev.signalman.domain.Person;
import dev.signalman.domain.Person.Standing;
import dev.signalman.feature.approvals.request.ApprovalRequest;
import dev.signalman.ruling.Policies;
import dev.signalman.ruling.Policy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The people of a past request. Whoever took part was a member then, and had linked an account if that was needed. Who is in
 * which group is taken as it is now.
 */
final class PastWorkspace {
    private final Set<String> groups;
    private final RequestHistory history;
    private final @Nullable People slack;

    /**
     * @param slack tells who is in which group; null where nobody does
     */
    PastWorkspace(Policies rules, Set<String> access, RequestHistory history, @Nullable People slack) {
        this.groups = Stream.concat(access.stream(), rules.all().stream().flatMap(PastWorkspace::named))
                .filter(id -> id.startsWith("S"))
                .collect(Collectors.toUnmodifiableSet());
        this.history = history;
        this.slack = slack;
    }

    private static Stream<String> named(Policy policy) {
        return Stream.of(policy.approvals().approvers(), policy.breakGlass(), policy.unlock())
                .flatMap(List::stream);
    }

    /** Everybody who took part, and the groups that the rules name. */
    CaseWorkspace of(ApprovalRequest request) {
        var people = new HashMap<String, Person>();
        var linked = new HashSet<String>();
        Stream.of(Map.entry(request.requester().userId(), request.requester().name()))
                .filter(each -> !each.getKey().isEmpty())
                .forEach(each -> people.put(each.getKey(), member(each.getKey(), each.getValue())));
        linked.addAll(people.keySet());
        request.votes().forEach(vote -> people.put(vote.userId(), member(vote.userId(), vote.name())));
        var glass = request.glass();
        if (glass != null) {
            people.put(
                    glass.by().userId(), member(glass.by().userId(), glass.by().name()));
        }
        var held = request.held();
        if (held != null) {
            linked.addAll(held.starter().people());
            held.starter().people().forEach(id -> people.putIfAbsent(id, member(id, id)));
        }
        contributors(request).stream()
                .filter(id -> id.matches("[UW][A-Z0-9]{2,}"))
                .forEach(id -> people.putIfAbsent(id, member(id, id)));
        var members = new HashMap<String, List<String>>();
        var silent = new HashSet<String>();
        groups.forEach(group -> members(group, people.keySet(), members, silent));
        return new CaseWorkspace(people, linked, members, silent);
    }

    private static Person member(String id, String name) {
        return new Person(id, name, "", Standing.MEMBER);
    }

    private void members(String group, Set<String> people, Map<String, List<String>> members, Set<String> silent) {
        if (slack == null) {
            silent.add(group);
            return;
        }
        try {
            var found = new ArrayList<String>();
            for (var person : people) {
                if (slack.inGroup(person, group)) {
                    found.add(person);
                }
            }
            members.put(group, found);
        } catch (MessengerException unsaid) {
            silent.add(group);
        }
    }

    /** Ids of those who pushed what shipped; the login of everybody whom Slack does not know. */
    List<String> contributors(ApprovalRequest request) {
        return request.contributors().stream()
                .sorted()
                .flatMap(this::contributor)
                .toList();
    }

    private Stream<String> contributor(String login) {
        var known = slack == null
                ? List.<String>of()
                : history.addresses(login).stream()
                        .flatMap(address -> found(address).stream())
                        .distinct()
                        .toList();
        return known.isEmpty() ? Stream.of(login) : known.stream();
    }

    private List<String> found(String address) {
        try {
            return slack == null
                    ? List.of()
                    : slack.withEmail(address).map(Person::userId).stream().toList();
        } catch (MessengerException unsaid) {
            return List.of();
        }
    }
}
