package dev.signalman.feature.approvals;

import dev.signalman.dispatch.People;
import dev.signalman.dispatch.Row;
import dev.signalman.domain.Person;
import dev.signalman.domain.Pipeline;
import dev.signalman.domain.Trigger;
import dev.signalman.ruling.Wish;
import dev.signalman.semaphore.Semaphore;
import dev.signalman.subject.PusherAddresses;
import dev.signalman.subject.Shipments;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Whoever set off the workflow of a commit pushed it. Semaphore's API gives their login at the git host, its notifications the address that
 * belongs to that login ({@code pusher_address}), and Slack whose address that is. Where one of these is missing, nobody can tell.
 */
final class ShippedPushers implements PusherLookup, PusherAddresses {
    private final Jdbi jdbi;
    private final Shipments shipments;
    private final Semaphore semaphore;
    private final People people;

    @Inject
    ShippedPushers(Jdbi jdbi, Shipments shipments, Semaphore semaphore, People people) {
        this.jdbi = jdbi;
        this.shipments = shipments;
        this.semaphore = semaphore;
        this.people = people;
    }

    @Override
    public List<Pusher> of(Wish wish) {
        var pipeline = wish.start().pipeline();
        if (pipeline == null) {
            return List.of(Pusher.unknown("whoever pushed what would run"));
        }
        var logins = new LinkedHashSet<String>();
        var pushers = new LinkedHashSet<Pusher>();
        for (var change :
                shipments.of(wish.project(), wish.promotion(), pipeline).changes()) {
            var login = login(change);
            if (login == null) {
                pushers.add(Pusher.unknown("whoever pushed " + change.shortCommit()));
            } else {
                logins.add(login);
            }
        }
        pushers.addAll(called(logins));
        return List.copyOf(pushers);
    }

    /** What was promoted names its promoter; who pushed stands at the beginning of its workflow. */
    private @Nullable String login(Pipeline change) {
        var first = change;
        if (change.trigger().kind() != Trigger.Kind.WORKFLOW) {
            var workflow = semaphore.workflows().describe(change.workflowId());
            first = semaphore.pipelines().describe(workflow.initialPipelineId());
        }
        var login = first.trigger().login();
        return login == null || login.isBlank() ? null : login;
    }

    @Override
    public List<Pusher> called(Collection<String> logins) {
        return logins.stream().map(this::pusher).toList();
    }

    private Pusher pusher(String login) {
        var known = addresses(login).stream()
                .flatMap(address -> people.withEmail(address).stream())
                .toList();
        return known.isEmpty()
                ? Pusher.unknown(login)
                : new Pusher(
                        String.join(
                                " or ",
                                known.stream().map(Person::name).distinct().toList()),
                        known);
    }

    private List<String> addresses(String login) {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT email FROM pusher_address WHERE login = :login ORDER BY email")
                        .bind("login", login)
                        .mapTo(String.class)
                        .list());
    }

    @Override
    public Row met(Pipeline pipeline, String email) {
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
