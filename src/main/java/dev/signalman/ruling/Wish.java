package dev.signalman.ruling;

import dev.signalman.domain.Actor;
import dev.signalman.domain.Place;
import dev.signalman.domain.Project;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A promotion that somebody wants, with everything that a rule may know about it.
 *
 * @param promotion the name as given
 * @param parameters in the order given
 * @param override promote although the pipeline did not pass
 * @param breakGlass reason for going ahead alone; null for the ordinary way
 * @param requester who wants it; Slack is asked about their rights
 * @param place where it was asked for
 * @param policies the matching ones, in file order; all apply
 * @param opened when its request was opened; null when none is open
 * @param votes each person's last one
 */
public record Wish(
        String promotion,
        Project project,
        DeployStart start,
        Map<String, String> parameters,
        boolean override,
        @Nullable String breakGlass,
        Actor requester,
        Place place,
        List<Policy> policies,
        @Nullable Instant opened,
        List<Vote> votes) {
    /** Keeps its own copies. Whoever has an agent ask does not approve what it asks for, even where a rule allows that. */
    public Wish {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        policies = requester.agent() == null
                ? List.copyOf(policies)
                : policies.stream().map(Policy::withoutSelfApproval).toList();
        votes = List.copyOf(votes);
    }

    /** A wish that nobody was asked to approve yet. */
    public Wish(
            String promotion,
            Project project,
            DeployStart start,
            Map<String, String> parameters,
            boolean override,
            Actor requester,
            Place place,
            List<Policy> policies) {
        this(promotion, project, start, parameters, override, null, requester, place, policies, null, List.of());
    }

    /** A copy for a person who breaks the glass. */
    public Wish broken(Actor by, String because) {
        return new Wish(promotion, project, start, parameters, override, because, by, place, policies, opened, votes);
    }

    public Wish with(List<Vote> others) {
        return asRequested(opened, others);
    }

    /** A copy with what its request has: when it was opened, and the votes. */
    public Wish asRequested(@Nullable Instant since, List<Vote> given) {
        return new Wish(
                promotion, project, start, parameters, override, breakGlass, requester, place, policies, since, given);
    }

    /** A copy that goes although the pipeline did not pass. */
    public Wish overriding() {
        return new Wish(
                promotion, project, start, parameters, true, breakGlass, requester, place, policies, opened, votes);
    }

    /** A copy under another name, to which other policies apply. */
    public Wish named(String name, List<Policy> matching) {
        return new Wish(
                name, project, start, parameters, override, breakGlass, requester, place, matching, opened, votes);
    }
}
