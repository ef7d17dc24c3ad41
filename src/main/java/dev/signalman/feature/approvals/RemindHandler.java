package dev.signalman.feature.approvals;

import dev.signalman.card.Answer;
import dev.signalman.card.Text;
import dev.signalman.command.Remind;
import dev.signalman.dispatch.Delivery;
import dev.signalman.dispatch.Handler;
import dev.signalman.dispatch.Invocation;
import dev.signalman.dispatch.Outcome;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;

/** Recalls a request that still waits, where its card stands. */
final class RemindHandler implements Handler<Remind> {
    private final RequestStore store;
    private final Petitions petitions;
    private final ApprovalRule rule;
    private final Retelling retelling;
    private final Endings endings;

    @Inject
    RemindHandler(RequestStore store, Petitions petitions, ApprovalRule rule, Retelling retelling, Endings endings) {
        this.store = store;
        this.petitions = petitions;
        this.rule = rule;
        this.retelling = retelling;
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
        var electorate = rule.gather(wish);
        var tallies = retelling.tallies(wish, electorate);
        var line = Text.empty().bold(request.named()).plain(" still waits.");
        var lines = new ArrayList<Text>();
        lines.add(line);
        lines.addAll(WaitingWords.standing(request, tallies, electorate));
        var sentence = request.named() + " still waits. " + WaitingWords.sentence(request, tallies, electorate);
        return Outcome.deliver(new Delivery.ToPlace(
                request.shown(), new Answer(sentence, lines, List.of(), WaitingWords.actions(request))));
    }
}
