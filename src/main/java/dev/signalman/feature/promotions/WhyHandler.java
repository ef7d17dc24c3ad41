package dev.signalman.feature.promotions;

import dev.signalman.command.Subject;
import dev.signalman.command.Why;
import dev.signalman.dispatch.Handler;
import dev.signalman.dispatch.Invocation;
import dev.signalman.dispatch.Outcome;
import dev.signalman.ruling.ApprovalRequests;
import dev.signalman.ruling.Judge;
import jakarta.inject.Inject;

/** Shows which rules a promotion would meet now. */
final class WhyHandler implements Handler<Why> {
    private final PromotablePipelineFinder promotablePipelineFinder;
    private final WishFactory wishFactory;
    private final ApprovalRequests requests;
    private final Judge judge;

    @Inject
    WhyHandler(
            PromotablePipelineFinder promotablePipelineFinder,
            WishFactory wishFactory,
            ApprovalRequests requests,
            Judge judge) {
        this.promotablePipelineFinder = promotablePipelineFinder;
        this.wishFactory = wishFactory;
        this.requests = requests;
        this.judge = judge;
    }

    @Override
    public Outcome handle(Why command, Invocation invocation) {
        var pipeline = promotablePipelineFinder
                .choose(command.promotion(), command.subject(), subject -> with(command, subject), invocation)
                .pipeline();
        var wish = requests.asAsked(
                wishFactory.of(command.promotion(), pipeline, command.parameters(), command.override(), invocation));
        return Outcome.answer(WhyCard.of(wish, pipeline, judge.judge(wish)));
    }

    private static Why with(Why command, Subject subject) {
        return new Why(command.promotion(), subject, command.parameters(), command.override());
    }
}
