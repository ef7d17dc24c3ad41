package dev.signalman.feature.promotions;

import dev.signalman.command.Subject;
import dev.signalman.command.Why;
import dev.signalman.dispatch.Handler;
import dev.signalman.dispatch.Invocation;
import dev.signalman.dispatch.Outcome;
import dev.signalman.ruling.Judge;
import dev.signalman.ruling.Requests;
import jakarta.inject.Inject;

/** Says which rules a promotion would meet now. */
final class WhyHandler implements Handler<Why> {
    private final Candidates candidates;
    private final Wishing wishing;
    private final Requests requests;
    private final Judge judge;

    @Inject
    WhyHandler(Candidates candidates, Wishing wishing, Requests requests, Judge judge) {
        this.candidates = candidates;
        this.wishing = wishing;
        this.requests = requests;
        this.judge = judge;
    }

    @Override
    public Outcome handle(Why command, Invocation invocation) {
        var pipeline = candidates
                .choose(command.promotion(), command.subject(), subject -> with(command, subject), invocation)
                .pipeline();
        var wish = requests.asAsked(
                wishing.of(command.promotion(), pipeline, command.parameters(), command.override(), invocation));
        return Outcome.answer(WhyCard.of(wish, pipeline, judge.judge(wish)));
    }

    private static Why with(Why command, Subject subject) {
        return new Why(command.promotion(), subject, command.parameters(), command.override());
    }
}
