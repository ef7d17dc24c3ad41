package dev.signalman.feature.approvals.vote;

import dev.signalman.card.TextCard;
import dev.signalman.chat.People;
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
import dev.signalman.feature.approvals.request.RequestState;
import dev.signalman.feature.approvals.request.RequestStore;
import dev.signalman.feature.approvals.request.RequestedPromotion;
import dev.signalman.feature.approvals.rule.ApprovalRule;
import dev.signalman.feature.approvals.rule.EligibleVoters.Word;
import dev.signalman.feature.approvals.view.RequestCardUpdater;
import dev.signalman.ruling.Decision;
import dev.signalman.ruling.Gate;
import dev.signalman.ruling.Judge;
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
    private final Judge judge;
    private final People people;
    private final RequestCardUpdater cardUpdater;
    private final RequestCloser closer;
    private final Grammar grammar;
    private final InstantSource clock;

    @Inject
    VoteProcessor(
            RequestStore store,
            RequestedPromotion requested,
            ApprovalRule rule,
            Judge judge,
            People people,
            RequestCardUpdater cardUpdater,
            RequestCloser closer,
            Grammar grammar,
            InstantSource clock) {
        this.store = store;
        this.requested = requested;
        this.rule = rule;
        this.judge = judge;
        this.people = people;
        this.cardUpdater = cardUpdater;
        this.closer = closer;
        this.grammar = grammar;
        this.clock = clock;
    }

    Outcome approve(int number, @Nullable String because, Invocation invocation) {
        var request = closer.waiting(number);
        if (closer.over(request)) {
            return closer.expire(request).saying(told(request.named() + " has expired; nothing was promoted."));
        }
        var vote = vote(invocation, true);
        var wish = requested.of(request).with(among(request.votes(), vote));
        admit(request, wish, vote);
        if (request.votes().contains(vote)) {
            return Outcome.answer(TextCard.of("You have approved " + request.named() + " already."));
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
                    .recording(entry(invocation, request, "Approved " + request.named(), decision));
            return invocation.origin() instanceof Origin.Pressed
                    ? outcome
                    : outcome.saying(told("You approved " + request.named() + "."));
        }
        if (decision.granted()) {
            return decision.guard(grant(request.with(wish.votes()), request, invocation))
                    .with(row)
                    .under(decision.spoken())
                    .recording(entry(
                            invocation, request, "Approved " + request.named() + ", as the last one needed", decision));
        }
        if (decision.has(Verdict.UNKNOWN) || decision.onlyWaits()) {
            var refusal = decision.refusal();
            throw new Refusal(
                    "Your vote would be the last one that " + request.named()
                            + " needs, and it cannot go now, so it was not counted. " + refusal.sentences()
                            + " Vote again when that has changed.",
                    refusal.suggestions());
        }
        return closer.end(request, ending(decision), null, why(decision))
                .saying(told(request.named() + " was refused at the end: " + why(decision)));
    }

    private Outcome grant(ApprovalRequest voted, ApprovalRequest before, Invocation invocation) {
        var now = clock.instant();
        var granted = voted.then(RequestState.GRANTED, Fate.granted(invocation.id(), now));
        var busy = TextCard.of("Somebody else's vote decides about " + before.named()
                + " just now, or the same is being promoted in another way. Look at its card.");
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
        var request = closer.waiting(number);
        var vote = vote(invocation, false);
        var wish = requested.of(request).with(among(request.votes(), vote));
        admit(request, wish, vote);
        var rejected = closer.end(request, RequestState.REJECTED, invocation.actor(), because == null ? "" : because);
        return rejected.with(store.voting(request, vote, because));
    }

    /** Admits a vote that counts under some policy; otherwise says why it does not. */
    private void admit(ApprovalRequest request, Wish wish, Vote vote) {
        var eligibleVoters = rule.gather(wish);
        var asking = ApprovalRule.asking(wish);
        var words = asking.stream()
                .map(policy -> eligibleVoters.word(
                        policy, vote.userId(), request.requester().userId()))
                .toList();
        if (words.contains(Word.COUNTS)) {
            return;
        }
        var named = asking.stream()
                .flatMap(policy -> eligibleVoters.names(policy).stream())
                .distinct()
                .collect(Collectors.joining(", "));
        if (asking.isEmpty()) {
            throw new Refusal("No rule asks for approval of this any more. Promote it instead.");
        }
        if (words.contains(Word.UNKNOWN)) {
            throw new Refusal("Slack does not tell me whether you are among those who may vote on " + request.named()
                    + " (" + named + "), so your vote was not counted. Try again in a while.");
        }
        if (words.contains(Word.PUSHER)) {
            throw new Refusal("You pushed what " + request.named() + " would ship, so others must vote on it: " + named
                    + " (not_by: author).");
        }
        if (words.contains(Word.UNCLEAR)) {
            var strangers = asking.stream()
                    .flatMap(policy -> eligibleVoters.strangers(policy).stream())
                    .distinct()
                    .toList();
            throw new Refusal("I cannot tell who in Slack is " + RequestPhrases.list(strangers)
                    + ", and whoever pushed what " + request.named() + " would ship does not count (not_by: author), so"
                    + " your vote was not counted. Have Semaphore notify me of this project, so that it tells me the"
                    + " e-mail address, and use the same one in Slack.");
        }
        if (words.contains(Word.OWN)) {
            throw new Refusal("You asked for " + request.named() + " yourself, so others must vote on it: " + named
                    + ". You may withdraw it.");
        }
        throw new Refusal(
                "Only " + named + " may vote on " + request.named() + ", and you are not among them. Ask one of them.");
    }

    private static Vote vote(Invocation invocation, boolean approves) {
        return new Vote(invocation.actor().userId(), invocation.actor().name(), approves);
    }

    private static List<Vote> among(List<Vote> votes, Vote vote) {
        var all = new ArrayList<>(votes);
        all.removeIf(each -> each.userId().equals(vote.userId()));
        all.add(vote);
        return all;
    }

    private static RequestState ending(Decision decision) {
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
