package dev.signalman.feature.home;

import dev.signalman.card.CardActions;
import dev.signalman.card.HomeCard;
import dev.signalman.card.Text;
import dev.signalman.command.ShowHome;
import dev.signalman.dispatch.Delivery;
import dev.signalman.dispatch.FollowUp;
import dev.signalman.dispatch.Handler;
import dev.signalman.dispatch.HomePart;
import dev.signalman.dispatch.Invocation;
import dev.signalman.dispatch.Outcome;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Draws somebody's home tab when they open it, and for ten minutes after as things change, ever more seldom. */
final class HomeHandler implements Handler<ShowHome> {
    private static final int SOON = 12;
    /** After it nothing is drawn any more. */
    static final int LAST = 30;

    private static final HomeCard.Entry HINT = new HomeCard.Entry(
            Text.of("In a channel say ")
                    .code("/semaphore help")
                    .plain(", or ")
                    .code("@Signalman status")
                    .plain(". What you press here is said in your messages with me."),
            CardActions.NONE);

    private final List<HomePart> parts;
    private final HomeVisits visits;
    private final InstantSource clock;

    @Inject
    HomeHandler(Set<HomePart> parts, HomeVisits visits, InstantSource clock) {
        this.parts =
                parts.stream().sorted(Comparator.comparing(HomePart::shelf)).toList();
        this.visits = visits;
        this.clock = clock;
    }

    @Override
    public Outcome handle(ShowHome command, Invocation invocation) {
        var user = invocation.actor().userId();
        var first = command.attempt() == 0;
        if (!first && !visits.isNewest(user, command.visit())) {
            return Outcome.nothing();
        }
        var blank = first && command.blank();
        var outcome =
                Outcome.deliver(new Delivery.ToHome(user, invocation.place().channel(), blank, card(user)));
        var remembered = first
                ? outcome.with(
                        visits.opened(user, command.visit(), invocation.place().channel()))
                : outcome;
        return command.attempt() >= LAST
                ? remembered
                : remembered.then(new FollowUp(
                        new ShowHome(command.visit(), false, command.attempt() + 1),
                        invocation.place(),
                        Duration.ofSeconds(command.attempt() < SOON ? 5 : 30)));
    }

    private HomeCard card(String user) {
        var now = clock.instant();
        var shown = parts.stream().flatMap(part -> part.of(user).stream()).toList();
        var all = new ArrayList<>(shown.stream().map(HomePart.Shown::part).toList());
        all.add(new HomeCard.Part(Text.empty().bold("What you can do"), List.of(HINT), ""));
        return new HomeCard(shown.stream().map(HomePart.Shown::sentence).collect(Collectors.joining(" ")), all, now);
    }
}
