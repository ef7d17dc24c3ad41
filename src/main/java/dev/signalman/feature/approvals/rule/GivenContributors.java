package dev.signalman.feature.approvals.rule;

import dev.signalman.domain.Person;
import dev.signalman.ruling.Wish;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Contributors who are known without Semaphore and its notifications. */
public final class GivenContributors implements ContributorLookup {
    private final Supplier<Given> given;

    /** Asks for them when a rule wants to know. */
    public GivenContributors(Supplier<Given> given) {
        this.given = given;
    }

    /**
     * Who pushed what ships.
     *
     * @param people those whose Slack account is known
     * @param strangers names at the git host of all others
     */
    public record Given(List<Person> people, List<String> strangers) {
        /** Keeps its own copies. */
        public Given {
            people = List.copyOf(people);
            strangers = List.copyOf(strangers);
        }
    }

    @Override
    public List<Contributor> of(Wish wish) {
        var known = given.get();
        return Stream.concat(
                        known.people().stream().map(person -> new Contributor(person.name(), List.of(person))),
                        known.strangers().stream().map(Contributor::unknown))
                .toList();
    }

    @Override
    public List<Contributor> called(Collection<String> logins) {
        return logins.stream().map(Contributor::unknown).toList();
    }
}
