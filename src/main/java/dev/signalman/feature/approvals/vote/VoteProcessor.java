package dev.signalman.feature.approvals.vote;

import dev.signalman.card.TextCard;
import dev.signalman.chat.People;
import dev.signalman.command.Approve;
import dev.signalman.command.Grammar;
import dev.signalman.command.Grant;
import dev.signalman.command.Refusal;
import dev.signalman.dispatch.ActMutex;
import dev.signalman.dispatch.ActResult;
import dev.signalman.dispatch.Delivery;
import dev.signalman.dispatch.Invocation;
import dev.signalman.dispatch.LedgerEntry;
import dev.signalman.dispatch.Origin;
import dev.signalman.dispatch.Outcome;
import dev.signalman.dispatch.PollIntervals;
import dev.signalman.dispatch.ReconcileKey;
import dev.signalman.dispatch.Wake;
import dev.signalman.feature.approvals.request.ApprovalRequest;
import dev.signalman.feature.approvals.request.ApprovalRequest.Fate;
import dev.signalman.feature.approvals.request.RequestPhrases;
import dev.signalman.feature.approvals.request.RequestSchedule;
import dev.signalman.feature.approvals.request.RequestState;
import dev.signalman.feature.approvals.request.RequestStore;
import dev.signalman.feature.approvals.request.RequestedPromotion;
import dev.signalman.feature.approvals.rule.ApprovalRule;
import dev.signalman.feature.approvals.rule.EligibleVoters;
import dev.signalman.feature.approvals.rule.EligibleVoters.Eligibility;
import dev.signalman.feature.approvals.rule.VoteStepUp;
import dev.signalman.feature.approvals.view.RequestCardUpdater;
import dev.signalman.feature.approvals.view.ScheduledRequestPhrases;
import dev.signalman.ruling.Decision;
import dev.signalman.ruling.Gate;
import dev.signalman.ruling.Judge;
import dev.signalman.ruling.Policy;
import dev.signalman.ruling.RuleTopic;
import dev.signalman.ruling.Verdict;
import dev.signalman.ruling.Vote;
import dev.signalman.ruling.Wish;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Takes votes. The last required vote judges every rule again and promotes what was voted on. */
public final class VoteProcessor {
    private final RequestStore store;
    private final RequestedPromotion requested;
    private final ApprovalRule rule;
    private final VoteStepUp stepUp;
    private final Judge judge;
    private final People people;
    private final RequestCardUpdater cardUpdater;
    private final RequestCloser closer;
    private final RequestSchedule schedule;
    private final Grammar grammar;
    private final InstantSource clock;

    @Inject
    VoteProcessor(
            RequestStore store,
            RequestedPromotion requested,
            ApprovalRule rule,
            VoteStepUp stepUp,
            Judge judge,
            People people,
            RequestCardUpdater cardUpdater,
            RequestCloser closer,
            RequestSchedule schedule,
            Grammar grammar,
            InstantSource clock) {
        this.store = store;
        this.requested = requested;
        this.rule = rule;
        this.stepUp = stepUp;
        this.judge = judge;
        this.people = people;
        this.cardUpdater = cardUpdater;
        this.closer = closer;
        this.schedule = schedule;
        this.grammar = grammar;
        this.clock = clock;
    }

    Outcome approve(int number, @Nullable String because, Invocation invocation) {
        var request = closer.waiting(number);
        if (closer.over(request)) {
            return closer.expire(request).saying(told(request.named() + " has expired. Nothing was deployed."));
        }
        var vote = stepUp.vote(invocation, true, request.votes());
        var wish = requested.of(request).with(among(request.votes(), vote));
        admit(request, wish, vote);
        if (request.votes().contains(vote)) {
            return Outcome.answer(TextCard.of("You already approved " + request.named() + "."));
        }
        var decision = judge.judge(wish);
        if (!decision.has(Verdict.VOTES)) {
            people.forget(); // a cached answer is not enough for the last vote
            admit(request, wish, vote);
            decision = judge.judge(wish);
        }
        var row = store.voting(request, vote, because);
        if (decision.has(Verdict.VOTES)) {
            var after = request.with(wish.votes());
            var outcome = cardUpdater
                    .change(request, after.then(RequestState.WAITING, Fate.OPEN), wish)
                    .with(row)
                    .recording(entry(invocation, request, approved(request, vote), decision));
            return invocation.origin() instanceof Origin.Pressed
                    ? outcome
                    : outcome.saying(told("You approved " + request.named() + "."));
        }
        var now = clock.instant();
        var goesAt = schedule.goesAt(request, now);
        if (request.scheduled() && decision.onlyWaits() && (goesAt == null || goesAt.isAfter(now))) {
            var approved = request.with(wish.votes()).goingAt(goesAt).then(RequestState.SCHEDULED, Fate.OPEN);
            return cardUpdater
                    .change(request, approved, wish)
                    .with(row)
                    .waking(Wake.now(ReconcileKey.Kind.REQUEST, request.key(), request.shown()))
                    .saying(told(request.named() + " is approved. " + ScheduledRequestPhrases.sentence(approved)))
                    .recording(entry(
                            invocation,
                            request,
                            approved(request, vote) + " (last one needed). "
                                    + ScheduledRequestPhrases.sentence(approved),
                            decision));
        }
        if (decision.granted()) {
            return decision.guard(go(request.with(wish.votes()), request, invocation))
                    .with(row)
                    .under(decision.spoken())
                    .recording(entry(invocation, request, approved(request, vote) + " (last one needed)", decision));
        }
        if (decision.has(Verdict.UNKNOWN) || decision.onlyWaits()) {
            var refusal = decision.refusal();
            throw new Refusal(
                            "Yours would be the last approval that " + request.named()
                                    + " needs, but it can't be promoted right now, so your vote wasn't counted. "
                                    + refusal.sentences()
                                    + " Approve again when that has changed.",
                            refusal.suggestions())
                    .naming(refusal.times());
        }
        return closer.end(request, ending(decision), null, why(decision))
                .saying(told(request.named() + " was blocked after approval: " + why(decision)));
    }

    private Outcome go(ApprovalRequest voted, ApprovalRequest before, Invocation invocation) {
        var held = before.held();
        if (held == null) {
            return grant(voted, before, invocation);
        }
        var admitted = Fate.admitted(invocation.id(), clock.instant(), held);
        return cardUpdater
                .change(before, voted.then(RequestState.PROMOTED, admitted))
                .waking(Wake.after(PollIntervals.MOMENT, ReconcileKey.Kind.REQUEST, before.key(), before.shown()));
    }

    private Outcome grant(ApprovalRequest voted, ApprovalRequest before, Invocation invocation) {
        return grant(voted, before, invocation.id());
    }

    /**
     * Promotes what was voted on.
     *
     * @param by id of the invocation that carries it out
     */
    Outcome grant(ApprovalRequest voted, ApprovalRequest before, String by) {
        var granted = voted.then(RequestState.GRANTED, Fate.granted(by, clock.instant()));
        var busy = TextCard.of("Someone else's vote is deciding " + before.named()
                + " right now, or the same promotion is already under way. Check its card.");
        var mutex = new ActMutex(
                Gate.section(before.cargo().pipelineId(), before.pinned().promotion()), busy);
        var shown = cardUpdater.change(before, granted);
        var follow = Wake.after(PollIntervals.MOMENT, ReconcileKey.Kind.REQUEST, before.key(), before.shown());
        return new Outcome(
                shown.deliveries(),
                new Grant(before.number()),
                mutex,
                shown.rows(),
                List.of(),
                null,
                List.of(),
                List.of(follow));
    }

    private String approved(ApprovalRequest request, Vote vote) {
        return "Approved " + request.named()
                + (vote.factor() == null ? "" : stepUp.words(vote.userId(), vote.factor()));
    }

    private LedgerEntry entry(Invocation invocation, ApprovalRequest request, String words, Decision decision) {
        return new LedgerEntry(
                LedgerEntry.Kind.VOTE,
                invocation.actor(),
                null,
                invocation.place(),
                grammar.print(request.pinned()),
                decision.spoken(),
                ActResult.State.DONE,
                words);
    }

    Outcome reject(int number, @Nullable String because, Invocation invocation) {
        var request = closer.pending(number);
        var vote = stepUp.vote(invocation, false, request.votes());
        var wish = requested.of(request).with(among(request.votes(), vote));
        if (request.state() == RequestState.WAITING
                || !ApprovalRule.asking(wish).isEmpty()) {
            admit(request, wish, vote);
        } // where nobody has to approve, any member may call off what is scheduled
        var rejected = closer.end(request, RequestState.REJECTED, invocation.actor(), because == null ? "" : because);
        return rejected.with(store.voting(request, vote, because));
    }

    /** Admits a vote that counts under some policy; otherwise says why it does not. */
    private void admit(ApprovalRequest request, Wish wish, Vote vote) {
        var eligibleVoters = rule.gather(wish);
        var asking = ApprovalRule.asking(wish);
        var eligibilities = asking.stream()
                .map(policy -> eligibleVoters.eligibility(
                        policy, vote.userId(), request.requester().userId()))
                .toList();
        if (eligibilities.contains(Eligibility.COUNTS)) {
            proven(request, wish, asking, vote, eligibleVoters);
            return;
        }
        var named = asking.stream()
                .flatMap(policy -> eligibleVoters.names(policy).stream())
                .distinct()
                .collect(Collectors.joining(", "));
        var others = asking.stream()
                .flatMap(policy -> eligibleVoters.othersThan(vote.userId(), policy).stream())
                .distinct()
                .collect(Collectors.joining(", "));
        var ask = others.isEmpty() ? "The rule names nobody else" : "Ask " + others;
        if (asking.isEmpty()) {
            throw new Refusal("This no longer needs approval. Promote it directly.");
        }
        if (eligibilities.contains(Eligibility.UNKNOWN)) {
            throw new Refusal("Slack didn't confirm that you can vote on " + request.named() + " (" + named
                    + "), so your vote wasn't counted. Try again in a few minutes.");
        }
        if (eligibilities.contains(Eligibility.CONTRIBUTOR)) {
            throw new Refusal("You can't vote on " + request.named()
                    + ": you wrote or pushed a change in it (not_by: author). " + ask + ".");
        }
        if (eligibilities.contains(Eligibility.UNCLEAR)) {
            var strangers = asking.stream()
                    .flatMap(policy -> eligibleVoters.strangers(policy).stream())
                    .distinct()
                    .toList();
            throw new Refusal("I can't match these to a Slack account: " + RequestPhrases.list(strangers)
                    + ". The author of a change can't vote on " + request.named()
                    + " (not_by: author), so your vote wasn't counted. "
                    + "Turn on Semaphore's notifications to Signalman for this project, and use the same e-mail address "
                    + "in Slack and in Git.");
        }
        if (eligibilities.contains(Eligibility.OWN)) {
            throw new Refusal(
                    request.held() == null
                            ? "You can't vote on your own request " + request.named() + ". " + ask
                                    + (others.isEmpty() ? ", so withdraw it." : ", or withdraw it.")
                            : "You may have started the deploy of " + request.named()
                                    + " yourself, so you can't vote on it. " + ask + ".");
        }
        throw new Refusal("Only " + named + " can vote on " + request.named() + ". Ask one of them.");
    }

    /** Refuses an approval that lacks the second factor that a policy demands. */
    private void proven(
            ApprovalRequest request, Wish wish, List<Policy> asking, Vote vote, EligibleVoters eligibleVoters) {
        var demands = stepUp.demands(asking, wish.requester().userId(), wish.votes(), vote, eligibleVoters);
        if (!demands.isEmpty()) {
            throw stepUp.refusal(
                    vote.userId(),
                    demands,
                    "Approving " + request.named(),
                    "Approve",
                    new Approve(request.number(), null));
        }
    }

    private static List<Vote> among(List<Vote> votes, Vote vote) {
        var all = new ArrayList<>(votes);
        all.removeIf(each -> each.userId().equals(vote.userId()));
        all.add(vote);
        return all;
    }

    static RequestState ending(Decision decision) {
        return decision.about(RuleTopic.OVERTAKEN).stream().allMatch(each -> each.met())
                ? RequestState.REFUSED
                : RequestState.OVERTAKEN;
    }

    private static String why(Decision decision) {
        return decision.refusal().sentences();
    }

    private static Delivery told(String sentence) {
        return new Delivery.ToAsker(TextCard.of(sentence));
    }
}
