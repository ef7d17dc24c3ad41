package dev.signalman.feature.approvals.rule;

import dev.signalman.card.Text;
import dev.signalman.chat.People;
import dev.signalman.domain.Person.Standing;
import dev.signalman.feature.approvals.request.RequestPhrases;
import dev.signalman.ruling.DeployStart;
import dev.signalman.ruling.FactorTrust;
import dev.signalman.ruling.Judgement;
import dev.signalman.ruling.Membership;
import dev.signalman.ruling.MembershipLookup;
import dev.signalman.ruling.Policy;
import dev.signalman.ruling.Rule;
import dev.signalman.ruling.RuleTopic;
import dev.signalman.ruling.Verdict;
import dev.signalman.ruling.Vote;
import dev.signalman.ruling.Wish;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Requires enough votes: under each policy that asks for approvals, the needed number of different approvers. A broken
 * glass replaces them; {@link BreakGlassRule} judges that.
 */
public final class ApprovalRule implements Rule<EligibleVoters> {
    private final People people;
    private final MembershipLookup membershipLookup;
    private final ContributorLookup contributors;
    private final FactorTrust factorTrust;

    @Inject
    ApprovalRule(
            People people, MembershipLookup membershipLookup, ContributorLookup contributors, FactorTrust factorTrust) {
        this.people = people;
        this.membershipLookup = membershipLookup;
        this.contributors = contributors;
        this.factorTrust = factorTrust;
    }

    @Override
    public RuleTopic topic() {
        return RuleTopic.APPROVALS;
    }

    /** The policies of a wish that ask for approvals. */
    public static List<Policy> asking(Wish wish) {
        return asking(wish.policies());
    }

    public static List<Policy> asking(List<Policy> policies) {
        return policies.stream()
                .filter(policy -> policy.approvals().needed() > 0)
                .toList();
    }

    @Override
    public EligibleVoters gather(Wish wish) {
        var voters = wish.votes().stream().map(Vote::userId).distinct().toList();
        var starter = wish.start() instanceof DeployStart.Held held ? held.starter() : null;
        return gather(asking(wish), voters, wish.requester().userId(), starter, () -> contributors.of(wish));
    }

    /**
     * Gathers the facts on voters and requester under policies that ask for approvals.
     *
     * @param starter who started the deploy elsewhere; null for a promotion that was asked for in Slack
     * @param written logins of recorded contributors; when somebody votes, they are read again
     */
    public EligibleVoters gather(
            List<Policy> asking,
            List<String> voters,
            String requesterId,
            DeployStart.@Nullable Starter starter,
            Collection<String> written) {
        return gather(asking, voters, requesterId, starter, () -> contributors.called(written));
    }

    private EligibleVoters gather(
            List<Policy> asking,
            List<String> voters,
            String requesterId,
            DeployStart.@Nullable Starter starter,
            Supplier<List<Contributor>> shipping) {
        var standings = new HashMap<String, Standing>();
        voters.forEach(id -> standings.put(id, people.find(id).standing()));
        var members = new HashMap<Policy, Map<String, Membership>>();
        var names = new HashMap<String, String>();
        for (var policy : asking) {
            var approvers = policy.approvals().approvers();
            members.put(
                    policy,
                    Stream.concat(voters.stream(), Stream.of(requesterId))
                            .filter(id -> !id.isEmpty()) // nobody in Slack
                            .distinct()
                            .collect(Collectors.toMap(id -> id, id -> membershipLookup.of(id, approvers))));
            approvers.forEach(id -> names.computeIfAbsent(id, people::nameOf));
        }
        var matter = asking.stream().anyMatch(policy -> policy.approvals().notAuthor());
        var factors = asking.stream()
                .filter(policy -> policy.stepUp().votes())
                .collect(Collectors.toMap(
                        policy -> policy,
                        policy -> voters.stream()
                                .collect(Collectors.toMap(id -> id, id -> factorTrust.counting(id, policy)))));
        return new EligibleVoters(standings, members, names, matter ? shipping.get() : List.of(), starter, factors);
    }

    @Override
    public List<Judgement> judge(Wish wish, EligibleVoters eligibleVoters) {
        var asking = asking(wish);
        if (asking.isEmpty()) {
            return List.of(Judgement.met(topic(), "Approvals: none needed"));
        }
        return asking.stream()
                .map(policy -> judge(wish, VoteTally.of(policy, wish, eligibleVoters), eligibleVoters))
                .toList();
    }

    private Judgement judge(Wish wish, VoteTally tally, EligibleVoters eligibleVoters) {
        var approvers = tally.policy().stepUp().everyVote() ? tally.names() : tally.credits();
        var said = Text.of("Approvals: " + tally.approved().size() + " of " + tally.needed()
                + (approvers.isEmpty() ? "" : ", by " + RequestPhrases.list(approvers)));
        if (!tally.rejected().isEmpty()) {
            var names = tally.rejected().stream().map(Vote::name).toList();
            return judgement(
                    Verdict.REFUSED,
                    said.plain(", and " + RequestPhrases.list(names)
                            + " rejected it. Promote again once that is settled."),
                    tally);
        }
        if (wish.breakGlass() != null) {
            return judgement(Verdict.MET, said.plain(", waived by break-glass"), tally);
        }
        if (tally.policy().approvals().approvers().isEmpty()) {
            return judgement(
                    Verdict.REFUSED,
                    said.plain(
                            ", but nobody can approve: approvers is empty. Ask your Signalman admin to add people or "
                                    + "user groups under approvers in signalman.yml."),
                    tally);
        }
        if (tally.enough()) {
            return judgement(Verdict.MET, said.plain(unproven(tally)), tally);
        }
        var strangers = eligibleVoters.strangers(tally.policy());
        if (!strangers.isEmpty()) {
            return judgement(
                    Verdict.UNKNOWN,
                    said.plain(". I can't match these to a Slack account: " + RequestPhrases.list(strangers)
                            + ". The author of a change can't approve it (not_by: author), so I need to know who that is. "
                            + "Turn on Semaphore's notifications to Signalman for this project, and use the same e-mail "
                            + "address in Slack and in Git."),
                    tally);
        }
        if (tally.approved().size() + tally.unknown().size() >= tally.needed()) {
            var names = tally.unknown().stream().map(Vote::name).toList();
            return judgement(
                    Verdict.UNKNOWN,
                    said.plain(". Slack didn't confirm that " + RequestPhrases.list(names)
                            + " can approve. Try again in a few minutes."),
                    tally);
        }
        return new Judgement(
                topic(), Verdict.VOTES, said.plain(unproven(tally)), tally.names(), could(wish, tally, eligibleVoters));
    }

    private static String unproven(VoteTally tally) {
        var stepUp = tally.policy().stepUp();
        if (!stepUp.votes()) {
            return "";
        }
        var names = tally.unproven().stream().map(Vote::name).toList();
        return (stepUp.everyVote() ? ", each with a second factor" : ", the last with a second factor")
                + (names.isEmpty() ? "" : " (not yet: " + RequestPhrases.list(names) + ")");
    }

    private Judgement judgement(Verdict verdict, Text said, VoteTally tally) {
        return new Judgement(topic(), verdict, said, tally.names(), Text.empty());
    }

    private static Text could(Wish wish, VoteTally tally, EligibleVoters eligibleVoters) {
        var could = Text.empty();
        for (var id : tally.missing()) {
            could = could.plain(could.spans().isEmpty() ? "" : ", ").bold(eligibleVoters.name(id));
        }
        if (could.spans().isEmpty()) {
            return could;
        }
        var contributors = eligibleVoters.contributors(tally.policy());
        var asked = tally.exceptRequester()
                ? wish.requester().name()
                        + (eligibleVoters.starter() == null ? ", who requested it" : ", who started it")
                : "";
        var wrote = contributors.isEmpty()
                ? ""
                : RequestPhrases.list(contributors) + ", who wrote or pushed a change in it";
        return asked.isEmpty() && wrote.isEmpty()
                ? could
                : could.plain(" except " + asked + (asked.isEmpty() || wrote.isEmpty() ? "" : ", and ") + wrote);
    }
}
