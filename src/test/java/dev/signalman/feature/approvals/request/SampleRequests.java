package dev.signalman.feature.approvals.request;

import dev.signalman.card.Card;
import dev.signalman.card.Symbol;
import dev.signalman.card.Text;
import dev.signalman.command.Promote;
import dev.signalman.command.ScheduledTime;
import dev.signalman.command.Subject;
import dev.signalman.domain.Actor;
import dev.signalman.domain.Person.Standing;
import dev.signalman.domain.Place;
import dev.signalman.feature.SimulatedTeam;
import dev.signalman.feature.approvals.request.ApprovalRequest.Cargo;
import dev.signalman.feature.approvals.request.ApprovalRequest.Change;
import dev.signalman.feature.approvals.request.ApprovalRequest.Fate;
import dev.signalman.feature.approvals.request.ApprovalRequest.Ships;
import dev.signalman.feature.approvals.request.BrokenGlass.Clearance;
import dev.signalman.feature.approvals.rule.EligibleVoters;
import dev.signalman.feature.approvals.rule.VoteTally;
import dev.signalman.feature.approvals.view.ApprovalCardFactory;
import dev.signalman.feature.approvals.view.GlassReviewCards;
import dev.signalman.ruling.Approvals;
import dev.signalman.ruling.Membership;
import dev.signalman.ruling.Policy;
import dev.signalman.ruling.SampleWishes;
import dev.signalman.ruling.StepUp;
import dev.signalman.ruling.Vote;
import dev.signalman.ruling.Wish;
import dev.signalman.subject.SemaphoreLinks;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request in each state, for tests of storing and rendering. */
public final class SampleRequests {
    static final Actor ALICE = new Actor("U0ALICE", "Alice", "T0HOME");
    static final Actor CAROL = new Actor("U0CAROL", "Carol", "T0HOME");
    static final Instant OPENED = Instant.parse("2025-11-24T12:00:00Z");
    static final Vote BOBS = new Vote("U0BOB", "Bob", true);
    static final Vote CAROLS = new Vote("U0CAROL", "Carol", true);
    static final Vote BOBS_WITH_A_CODE = new Vote("U0BOB", "Bob", true, "factor-1");

    private static final Policy POLICY =
            Policy.of("production", List.of(), List.of(), null).with(Approvals.of(2, "S0RELEASE"));

    private static final Instant NINE = Instant.parse("2025-11-25T08:00:00Z");
    private static final ScheduledTime AT_NINE = new ScheduledTime.Exact(NINE.atZone(ZoneId.of("Europe/Belgrade")));

    private SampleRequests() {}

    /** The cards by name. */
    public static Map<String, Card> cards() {
        var cards = new LinkedHashMap<String, Card>();
        cards.put("approval-waiting", waiting(request(3)));
        cards.put(
                "approval-waiting-with-code",
                waiting(request(3), POLICY.steppingUp(StepUp.LAST_VOTE), BOBS_WITH_A_CODE));
        cards.put("approval-waiting-many", waiting(request(17)));
        cards.put("approval-waiting-rollback", waiting(request(3, true)));
        cards.put(
                "approval-waiting-by-agent",
                waiting(request(3, false, ALICE.through("release-agent"), "the release notes are <!channel> ready")));
        cards.put("approval-waiting-scheduled", waiting(scheduled(AT_NINE, NINE)));
        cards.put("approval-scheduled", ahead(scheduled(AT_NINE, NINE).with(List.of(BOBS, CAROLS)), true));
        cards.put("approval-scheduled-after-freeze", ahead(scheduled(new ScheduledTime.AfterFreeze(), NINE), false));
        cards.put("approval-scheduled-without-end", ahead(scheduled(new ScheduledTime.AfterFreeze(), null), false));
        cards.put(
                "approval-scheduled-blocked",
                cardsOf()
                        .decided(scheduled(AT_NINE, NINE)
                                .with(List.of(BOBS, CAROLS))
                                .then(RequestState.REFUSED, fate(null, null, "Locked by Bob since today: rain."))));
        var deploy = fate(Duration.ofSeconds(190), null, "");
        cards.put("approval-granted", decided(RequestState.GRANTED, fate(null, null, ""), BOBS, CAROLS));
        cards.put("approval-deployed", decided(RequestState.DEPLOYED, deploy, BOBS, CAROLS));
        cards.put("approval-deployed-with-code", decided(RequestState.DEPLOYED, deploy, CAROLS, BOBS_WITH_A_CODE));
        cards.put(
                "approval-failed",
                decided(RequestState.FAILED, fate(Duration.ofSeconds(9), null, "failed"), BOBS, CAROLS));
        cards.put(
                "approval-rejected",
                decided(RequestState.REJECTED, fate(null, CAROL, "VAT change needs the finance sign-off"), BOBS));
        cards.put("approval-withdrawn", decided(RequestState.WITHDRAWN, fate(null, ALICE, "")));
        cards.put("approval-expired", decided(RequestState.EXPIRED, fate(null, null, "1 of 2 approvals"), BOBS));
        cards.put(
                "approval-overtaken",
                decided(
                        RequestState.OVERTAKEN,
                        fate(null, null, "Since this was requested, a newer one, c0ffee1, was promoted by Dan."),
                        BOBS));
        cards.put(
                "approval-refused",
                decided(
                        RequestState.REFUSED,
                        fate(null, null, "Alice, who requested it, has a deactivated account."),
                        BOBS,
                        CAROLS));
        cards.put("approval-broken", cardsOf().decided(broken(List.of()).then(RequestState.DEPLOYED, deploy)));
        var once = List.of(new Clearance("U0BOB", "Bob"));
        cards.put("approval-broken-reviewed-once", cardsOf().decided(broken(once)));
        var twice = List.of(new Clearance("U0BOB", "Bob"), new Clearance("U0CAROL", "Carol"));
        cards.put("approval-broken-reviewed", cardsOf().decided(broken(twice).then(RequestState.DEPLOYED, deploy)));
        cards.put("review-told", reviews().told(broken(List.of())));
        cards.put("review-told-reviewed", reviews().told(broken(twice)));
        return cards;
    }

    /** A request of Alice's that Bob approved, and on which Oscar broke the glass. */
    static ApprovalRequest broken(List<Clearance> cleared) {
        var glass = BrokenGlass.broken(
                new Actor("U0OSCAR", "Oscar", "T0HOME"),
                "the shop is down <!channel>",
                OPENED,
                List.of("S0RELEASE", "U0ALICE"));
        for (var clearance : cleared) {
            glass = glass.cleared(clearance, OPENED.plus(Duration.ofHours(1)));
        }
        return request(3).with(List.of(BOBS)).breaking(glass).then(RequestState.GRANTED, fate(null, null, ""));
    }

    private static GlassReviewCards reviews() {
        return new GlassReviewCards(new SimulatedTeam());
    }

    /** A request that would ship {@code changes} commits. */
    static ApprovalRequest request(int changes) {
        return request(changes, false);
    }

    static ApprovalRequest scheduled(ScheduledTime time, @Nullable Instant goesAt) {
        var request = request(3);
        return new ApprovalRequest(
                request.number(),
                request.state(),
                request.version(),
                request.pinned().goingAt(time),
                request.cargo(),
                request.requester(),
                request.asked(),
                request.shown(),
                request.opened(),
                request.expires(),
                request.ships(),
                request.fate(),
                request.votes(),
                null,
                null,
                goesAt);
    }

    private static Card ahead(ApprovalRequest request, boolean breakable) {
        return cardsOf().scheduled(request.then(RequestState.SCHEDULED, Fate.OPEN), Text.empty(), breakable);
    }

    private static ApprovalRequest request(int changes, boolean rollsBack) {
        return request(changes, rollsBack, ALICE, null);
    }

    private static ApprovalRequest request(int changes, boolean rollsBack, Actor requester, @Nullable String reason) {
        return new ApprovalRequest(
                12,
                RequestState.WAITING,
                1,
                new Promote(
                        "production",
                        Subject.pipeline("6ac4a0d3-3a27-4b3a-9a29-0e0e5a3c1f10"),
                        Map.of("VERSION", "v2"),
                        false,
                        true,
                        reason),
                new Cargo(
                        "p1",
                        "web",
                        "6ac4a0d3-3a27-4b3a-9a29-0e0e5a3c1f10",
                        "refs/heads/main",
                        "9f1c2ab0000000000000000000000000000000ff",
                        "Round invoices half-even <!channel> & stop drifting",
                        "Alice",
                        "https://github.com/acme/web/commit/9f1c2ab"),
                requester,
                new Place("C0BUILDS", "17.4"),
                Place.channel("C0DEPLOYS"),
                OPENED,
                OPENED.plus(Duration.ofHours(8)),
                new Ships(
                        Instant.parse("2025-11-23T16:00:00Z"),
                        "https://github.com/acme/web/compare/77aa01c...9f1c2ab",
                        changes,
                        changes < 10,
                        changes < 10 ? 2 : 0,
                        rollsBack,
                        List.of(
                                new Change("Round invoices half-even", "9f1c2ab000", "Alice"),
                                new Change("Retry the card gateway", "41d09e2000", "Dan"),
                                new Change("Drop the old VAT table", "c0ffee1000", ""))),
                Fate.OPEN,
                List.of(),
                null,
                null);
    }

    private static Fate fate(@Nullable Duration lasted, @Nullable Actor by, String words) {
        return new Fate(
                "press:1",
                OPENED,
                lasted == null ? null : "d2",
                lasted == null ? null : "acabe58e-4bcc-4d39-be06-e98d71917703",
                lasted,
                OPENED.plus(Duration.ofHours(8)),
                by == null ? null : by.userId(),
                by == null ? null : by.name(),
                words);
    }

    private static Card waiting(ApprovalRequest request) {
        return waiting(request, POLICY, BOBS);
    }

    private static Card waiting(ApprovalRequest request, Policy policy, Vote vote) {
        Wish wish = SampleWishes.production(policy).with(List.of(vote));
        var eligibleVoters = new EligibleVoters(
                Map.of("U0BOB", Standing.MEMBER),
                Map.of(policy, Map.of("U0BOB", Membership.IN, "U0ALICE", Membership.IN)),
                Map.of("S0RELEASE", "release"),
                List.of());
        var risk = request.ships().failures() == 0
                ? Text.empty()
                : Text.empty().symbol(Symbol.WARNING).plain("First deploy after 2 failures");
        return cardsOf()
                .waiting(request, List.of(VoteTally.of(policy, wish, eligibleVoters)), eligibleVoters, risk, false);
    }

    private static Card decided(RequestState state, Fate fate, Vote... votes) {
        return cardsOf().decided(request(3).with(List.of(votes)).then(state, fate));
    }

    private static ApprovalCardFactory cardsOf() {
        return new ApprovalCardFactory(new SemaphoreLinks(URI.create("https://acme.semaphoreci.com")), reviews());
    }
}
