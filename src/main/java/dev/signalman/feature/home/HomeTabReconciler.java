package dev.signalman.feature.home;

import dev.signalman.card.CardActions;
import dev.signalman.card.HomeCard;
import dev.signalman.card.Text;
import dev.signalman.dispatch.Delivery;
import dev.signalman.dispatch.Outcome;
import dev.signalman.dispatch.ReconcileKey;
import dev.signalman.dispatch.ReconcileResult;
import dev.signalman.dispatch.Reconciler;
import dev.signalman.port.HomePart;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Draws a home tab for ten minutes after its owner opened it, at growing intervals, and whenever an action of the owner
 * wakes it. Slack does not report when a person leaves the tab. The note of the wake is the opening; the key stores the
 * last opening that was drawn.
 */
final class HomeTabReconciler implements Reconciler {
    /** How long the owner may still be viewing the tab. */
    private static final Duration OPEN = Duration.ofMinutes(10);

    private static final Duration FRESH = Duration.ofMinutes(1);
    private static final Duration OFTEN = Duration.ofSeconds(5);
    private static final Duration SELDOM = Duration.ofSeconds(30);
    private static final String BLANK = " blank";

    private static final HomeCard.Entry HINT = new HomeCard.Entry(
            Text.of("In any channel, type ")
                    .code("/semaphore help")
                    .plain(", or ")
                    .code("@Signalman status")
                    .plain(". Results of these buttons arrive in your DM with me."),
            CardActions.NONE);

    private final List<HomePart> parts;
    private final InstantSource clock;

    @Inject
    HomeTabReconciler(Set<HomePart> parts, InstantSource clock) {
        this.parts =
                parts.stream().sorted(Comparator.comparing(HomePart::shelf)).toList();
        this.clock = clock;
    }

    /** The note of an opening: its time, and whether the tab was blank. */
    static String opening(Instant when, boolean blank) {
        return when + (blank ? BLANK : "");
    }

    @Override
    public ReconcileKey.Kind kind() {
        return ReconcileKey.Kind.HOME_TAB;
    }

    @Override
    public ReconcileResult reconcile(ReconcileKey key) {
        var opening = key.waking().note();
        if (opening.isEmpty()) {
            return new ReconcileResult.Over(); // the owner acted elsewhere and has no open tab
        }
        var open = Duration.between(Instant.parse(opening.split(" ", 2)[0]), clock.instant());
        var first = !opening.equals(key.seen());
        if (!first && open.compareTo(OPEN) > 0) {
            return new ReconcileResult.Over();
        }
        var tab = new Delivery.ToHome(
                key.id(), key.waking().place().channel(), first && opening.endsWith(BLANK), card(key.id()));
        return ReconcileResult.changed(opening, Outcome.deliver(tab), open.compareTo(FRESH) < 0 ? OFTEN : SELDOM);
    }

    private HomeCard card(String user) {
        var now = clock.instant();
        var shown = parts.stream().flatMap(part -> part.of(user).stream()).toList();
        var all = new ArrayList<>(shown.stream().map(HomePart.Shown::part).toList());
        all.add(new HomeCard.Part(Text.empty().bold("What you can do"), List.of(HINT), ""));
        return new HomeCard(shown.stream().map(HomePart.Shown::sentence).collect(Collectors.joining(" ")), all, now);
    }
}
