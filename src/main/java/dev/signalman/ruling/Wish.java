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
 * What somebody wants to be promoted: all that a rule may know of it.
 *
 * @param promotion its name as it was said
 * @param parameters in the order they were given
 * @param override though the pipeline did not pass
 * @param breakGlass the reason for going ahead alone; null for the ordinary way
 * @param requester who wants it; what they may is asked of Slack
 * @param place where it was asked for
 * @param policies those that match, in the order of the file; all apply
 * @param opened since when a request for it is open; null when none is
 * @param votes the last one of each person
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
    /** Keeps its own copies. */
    public Wish {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        policies = List.copyOf(policies);
        votes = List.copyOf(votes);
    }

    /** The same, as somebody wants it who breaks the glass for it. */
    public Wish broken(Actor by, String because) {
        return new Wish(promotion, project, start, parameters, override, because, by, place, policies, opened, votes);
    }

    /** The same with these votes. */
    public Wish with(List<Vote> others) {
        return new Wish(
                promotion,
                project,
                start,
                parameters,
                override,
                breakGlass,
                requester,
                place,
                policies,
                opened,
                others);
    }
}
