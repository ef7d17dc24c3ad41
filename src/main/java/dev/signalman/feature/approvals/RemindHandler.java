package dev.signalman.feature.approvals;

import dev.signalman.command.Remind;
import dev.signalman.dispatch.Handler;
import dev.signalman.dispatch.Invocation;
import dev.signalman.dispatch.Outcome;
import dev.signalman.domain.Place;
import dev.signalman.ruling.Approvals.Notify;
import dev.signalman.ruling.Vote;
import jakarta.inject.Inject;
import java.util.ArrayList;

/**
 * Recalls a request that still waits: where its card stands, and to those who are written to one by one and have not agreed yet. Where
 * every policy wants the latter and it can be done, nothing is said in the channel.
 */
final class RemindHandler implements Handler<Remind> {
    private final RequestStore store;
    private final Petitions petitions;
    private final Retelling retelling;
    private final Audiences audiences;
    private final Endings endings;

    @Inject
    RemindHandler(RequestStore store, Petitions petitions, Retelling retelling, Audiences audiences, Endings endings) {
        this.store = store;
        this.petitions = petitions;
        this.retelling = retelling;
        this.audiences = audiences;
        this.endings = endings;
    }

    @Override
    public Outcome handle(Remind command, Invocation invocation) {
        return store.find(command.request())
                .filter(request -> request.state() == State.WAITING && !endings.over(request))
                .map(this::remind)
                .orElse(Outcome.nothing());
    }

    private Outcome remind(Request request) {
        var wish = petitions.of(request);
        var asking = ApprovalRule.asking(wish);
        var audience = audiences.of(wish);
        var places = new ArrayList<Place>();
        var aloud = asking.stream().anyMatch(policy -> policy.approvals().told() != Notify.DM);
        if (aloud || audience.people().isEmpty()) {
            places.add(request.shown());
        }
        var agreed = request.votes().stream()
                .filter(Vote::approves)
                .map(Vote::userId)
                .toList();
        audience.people().stream()
                .filter(person -> !agreed.contains(person))
                .map(Place::channel)
                .forEach(places::add);
        return retelling.recall(request, wish, places, audience.people().isEmpty());
    }
}
