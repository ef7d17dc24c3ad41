package dev.signalman.feature.approvals.rule;

import dev.signalman.chat.People;
import dev.signalman.dispatch.RowChange;
import dev.signalman.domain.Person;
import dev.signalman.domain.Pipeline;
import dev.signalman.domain.Trigger;
import dev.signalman.port.ContributorEmails;
import dev.signalman.port.LinkedAccounts;
import dev.signalman.ruling.Wish;
import dev.signalman.semaphore.Semaphore;
import dev.signalman.subject.Shipments;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Finds the people behind each commit: its pusher through the start of its workflow, and its author, if that is another
 * person. Semaphore's API gives the login at the git host, its notifications the login's address
 * ({@code pusher_address}), and Slack the person with that address. If a step is missing, the person is unknown. A
 * person who linked the pushing account counts as a contributor in addition, never instead ({@link LinkedAccounts} says why).
 */
public final class ShippedContributors implements ContributorLookup, ContributorEmails {
    private final ContributorEmailTable addresses;
    private final Shipments shipments;
    private final CommitAuthors authors;
    private final Semaphore semaphore;
    private final People people;
    private final LinkedAccounts accounts;

    @Inject
    ShippedContributors(Jdbi jdbi, Shipments shipments, Semaphore semaphore, People people, LinkedAccounts accounts) {
        this.addresses = new ContributorEmailTable(jdbi);
        this.shipments = shipments;
        this.authors = new CommitAuthors(semaphore);
        this.semaphore = semaphore;
        this.people = people;
        this.accounts = accounts;
    }

    @Override
    public List<Contributor> of(Wish wish) {
        var pipeline = wish.start().pipeline();
        if (pipeline == null) {
            return List.of(Contributor.unknown("the author of what would run"));
        }
        var contributors = new LinkedHashSet<Contributor>();
        for (var change :
                shipments.of(wish.project(), wish.promotion(), pipeline).changes()) {
            var began = beginning(change);
            var login = began.author();
            contributors.add(
                    login == null || login.isBlank()
                            ? Contributor.unknown("the author of " + change.shortCommit())
                            : contributor(login, account(began)));
            authors.of(change.id()).stream()
                    .filter(author -> !author.equalsIgnoreCase(login))
                    .forEach(author -> contributors.add(contributor(author, null)));
        }
        return List.copyOf(contributors);
    }

    /** The account that pushed; null when uncertain, as after a rerun. */
    private static @Nullable String account(Trigger trigger) {
        return trigger.login() == null ? null : trigger.userId();
    }

    /** A promoted pipeline names its promoter; the start of its workflow names the pusher. */
    private Trigger beginning(Pipeline change) {
        var first = change;
        if (change.trigger().kind() != Trigger.Kind.WORKFLOW) {
            var workflow = semaphore.workflows().describe(change.workflowId());
            first = semaphore.pipelines().describe(workflow.initialPipelineId());
        }
        return first.trigger();
    }

    @Override
    public List<Contributor> called(Collection<String> logins) {
        return logins.stream().map(login -> contributor(login, null)).toList();
    }

    private Contributor contributor(String login, @Nullable String account) {
        var known = addresses.of(login).stream()
                .flatMap(address -> people.withEmail(address).stream())
                .toList();
        if (known.isEmpty()) {
            return Contributor.unknown(login);
        }
        var all = new ArrayList<>(known);
        if (account != null) {
            accounts.peopleOf(account).stream()
                    .filter(id ->
                            known.stream().noneMatch(person -> person.userId().equals(id)))
                    .map(people::find)
                    .forEach(all::add);
        }
        var names = all.stream().map(Person::name).distinct().toList();
        return new Contributor(String.join(" or ", names), all);
    }

    @Override
    public Set<String> loginsOf(String email) {
        return addresses.loginsOf(email);
    }

    @Override
    public RowChange met(Pipeline pipeline, String email) {
        var login = pipeline.trigger().login();
        return handle -> {
            if (login == null || login.isBlank() || pipeline.trigger().kind() != Trigger.Kind.WORKFLOW) {
                return;
            }
            handle.createUpdate(
                            "INSERT INTO pusher_address (login, email) VALUES (:login, :email) ON CONFLICT DO NOTHING")
                    .bind("login", login)
                    .bind("email", email.toLowerCase(Locale.ROOT))
                    .execute();
        };
    }
}
