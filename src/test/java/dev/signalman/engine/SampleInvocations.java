package dev.signalman.engine;

import dev.signalman.card.Card;
import dev.signalman.card.TextCard;
import dev.signalman.dispatch.ActResult;
import dev.signalman.dispatch.Delivery;
import dev.signalman.dispatch.Invocation;
import dev.signalman.dispatch.LedgerEntry;
import dev.signalman.dispatch.Origin;
import dev.signalman.domain.Actor;
import dev.signalman.domain.Place;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Sample invocations. */
public final class SampleInvocations {
    public static final Actor BOB = new Actor("UBOB", "Bob", "T1");

    /** The ledger's entry for a completed act. */
    public static final LedgerEntry DONE = entry(ActResult.done("Done"));

    private SampleInvocations() {}

    /** A line of the bot's own. */
    static Invocation itself(String id, String line, Instant taken) {
        var origin = new Origin.Itself(id);
        return new Invocation(id, new Actor("", "", null), Place.channel(""), line, origin, taken, null);
    }

    public static LedgerEntry entry(ActResult result) {
        return LedgerEntry.act(BOB, Place.channel("C1"), "rerun web", null, result.state(), result.words());
    }

    public static Invocation typed(String id, String line, Instant at) {
        return new Invocation(id, BOB, Place.channel("C1"), line, new Origin.Typed(), at, "https://hooks/" + id);
    }

    public static Invocation byNobody(String id, Instant at) {
        return new Invocation(
                id, new Actor("", "", null), Place.channel(""), "refresh", new Origin.Itself(id), at, null);
    }

    public static Invocation pressed(String id, @Nullable String cardKey, String line, boolean ephemeral, Instant at) {
        return pressed(id, new Origin.Pressed(cardKey, 0, "Rerun", ephemeral), line, at);
    }

    public static Invocation pressed(String id, Origin.Pressed press, String line, Instant at) {
        return new Invocation(id, BOB, Place.channel("C1"), line, press, at, "https://hooks/" + id);
    }

    /** Submitted in a form that a press opened, or a typed line if null. */
    public static Invocation submitted(String id, Origin.@Nullable Pressed opened, String line, Instant at) {
        return new Invocation(
                id, BOB, Place.channel("C1"), line, new Origin.Submitted(opened), at, "https://hooks/" + id);
    }

    public static Card card(String words) {
        return TextCard.of(words);
    }

    public static Delivery toAsker(String words) {
        return new Delivery.ToAsker(card(words));
    }

    public static Delivery toChannel(String channel, String words) {
        return new Delivery.ToPlace(Place.channel(channel), card(words));
    }

    /** A further message about request 7, to a person or in a channel. */
    public static Delivery copy(String place, String words) {
        return new Delivery.RequestCopy(Place.channel(place), 7, "card", card(words));
    }

    /** An update of all copies. */
    public static Delivery copies(String words) {
        return new Delivery.RequestCopies(7, "card", card(words));
    }

    public static Delivery pipeline(String channel, String id, @Nullable String parent, String words) {
        return new Delivery.PipelineAt(Place.channel(channel), id, parent, card(words));
    }
}
