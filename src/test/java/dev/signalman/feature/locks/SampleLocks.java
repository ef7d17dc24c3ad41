package dev.signalman.feature.locks;

import dev.signalman.card.Card;
import dev.signalman.domain.DeploymentTarget;
import dev.signalman.domain.DeploymentTarget.State;
import dev.signalman.domain.Freeze;
import dev.signalman.domain.Place;
import dev.signalman.domain.Project;
import dev.signalman.domain.TargetAccess;
import dev.signalman.feature.locks.HeldLock.Holder;
import dev.signalman.feature.locks.HeldLock.How;
import dev.signalman.feature.locks.HeldLock.Said;
import dev.signalman.ruling.Policies;
import dev.signalman.ruling.Policy;
import dev.signalman.simulator.SettableClock;
import dev.signalman.storage.TestDatabase;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Locks in each state, for tests of rendering. */
public final class SampleLocks {
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final Project WEB = new Project("p-1", "web", "", "", "");
    private static final Said TAKEN = new Said(How.TAKEN, null, List.of());
    private static final DeploymentTarget TARGET = new DeploymentTarget(
            "t-1", "production", "p-1", "", "", State.USABLE, "", false, new TargetAccess(List.of(), List.of()), "");

    private SampleLocks() {}

    /** The cards by name. */
    public static Map<String, Card> cards() {
        var cards = new LinkedHashMap<String, Card>();
        var until = NOON.plusSeconds(7200);
        cards.put(
                "lock-taken",
                LockCardFactory.standing(held("production", until, false, TAKEN), WebHoldStatus.of(List.of())));
        cards.put(
                "lock-binding",
                LockCardFactory.standing(held("production", until, true, TAKEN), WebHoldStatus.of(List.of())));
        cards.put("lock-bound", standing(closing().now(TargetHold.State.CLOSED, NOON)));
        cards.put("lock-bound-by-others", standing(closing().now(TargetHold.State.FOREIGN, NOON)));
        var words = "I couldn't deactivate the deployment target production of web. Semaphore doesn't allow this "
                + "for the bot's account (Permission denied). Give that account the right role in the project.";
        cards.put("lock-not-bound", standing(closing().refused(TargetHold.State.REFUSED, words, NOON, NOON)));
        var stolen = new Said(How.STOLEN, "Bob", List.of("It applies to every branch."));
        cards.put(
                "lock-stolen",
                LockCardFactory.standing(held("production", null, false, stolen), WebHoldStatus.of(List.of())));
        cards.put("lock-over", LockCardFactory.over(held("production", until, true, TAKEN)));
        cards.put("locks", list(true));
        cards.put("locks-none", list(false));
        return cards;
    }

    private static Card standing(TargetHold row) {
        return LockCardFactory.standing(held("production", null, true, TAKEN), WebHoldStatus.of(List.of(row)));
    }

    private static TargetHold closing() {
        return TargetHold.first(TARGET, LockedPromotion.of(WEB, "production"), TargetHold.State.CLOSING, "i-1", NOON);
    }

    private static HeldLock held(String promotion, @Nullable Instant until, boolean server, Said said) {
        return new HeldLock(
                "l-" + promotion,
                LockedPromotion.of(WEB, promotion),
                promotion,
                new Holder("U0ALICE", "Alice"),
                NOON,
                until,
                "the *database* is moved <!channel>",
                Place.channel("C0DEPLOYS"),
                server,
                said);
    }

    private static Card list(boolean some) {
        var clock = new SettableClock(NOON);
        try (var database = TestDatabase.H2.open(LocksModule.MIGRATIONS)) {
            var locks = new JdbiLocks(database.jdbi(), clock);
            var barred = new JdbiTargetHolds(database.jdbi());
            if (some) {
                database.jdbi().useTransaction(handle -> {
                    locks.taking(held("production", NOON.plusSeconds(7200), true, TAKEN), null)
                            .write(handle);
                    locks.taking(held("staging", null, false, TAKEN), null).write(handle);
                    barred.putting(closing().now(TargetHold.State.CLOSED, NOON), null)
                            .write(handle);
                });
            }
            var freezes = new FreezeList(() -> some ? frozen() : Policies.NONE, barred, clock);
            return new LockList(locks, freezes, new TargetReconcileTrigger(barred)).all();
        }
    }

    private static Policies frozen() {
        try {
            return new Policies(List.of(
                    Policy.of("production", List.of("web", "api"), List.of(), null)
                            .frozen(
                                    Freeze.of("0 0 9 * * TUE", "PT8H", "UTC", "stocktaking")
                                            .onTheServer(),
                                    Freeze.of("0 0 16 * * FRI", "PT64H", "Europe/Belgrade", "weekend")),
                    Policy.of("*", List.of(), List.of(), null).frozen(Freeze.of("0 0 0 24 12 ?", "P9D", "UTC", ""))));
        } catch (Freeze.Unreadable faulty) {
            throw new IllegalStateException(faulty);
        }
    }
}
