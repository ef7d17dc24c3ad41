package dev.signalman.feature.home;

import dev.signalman.card.Actions;
import dev.signalman.card.HomeCard;
import dev.signalman.card.Text;
import dev.signalman.command.ShowHome;
import dev.signalman.dispatch.Delivery;
import dev.signalman.dispatch.FollowUp;
import dev.signalman.dispatch.Handler;
import dev.signalman.dispatch.Invocation;
import dev.signalman.dispatch.Outcome;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/** Draws somebody's home tab when they open it, and for ten minutes after as things change, ever more seldom. */
final class HomeHandler implements Handler<ShowHome> {
    private static final int SOON = 12;
    private static final int LAST = 30;

    private final RunningNow running;
    private final HomeVisits visits;
    private final InstantSource clock;

    @Inject
    HomeHandler(RunningNow running, HomeVisits visits, InstantSource clock) {
        this.running = running;
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
                Outcome.deliver(new Delivery.ToHome(user, invocation.place().channel(), blank, card()));
        var remembered = first ? outcome.with(visits.opened(user, command.visit())) : outcome;
        return command.attempt() >= LAST
                ? remembered
                : remembered.then(new FollowUp(
                        new ShowHome(command.visit(), false, command.attempt() + 1),
                        invocation.place(),
                        Duration.ofSeconds(command.attempt() < SOON ? 5 : 30)));
    }

    private HomeCard card() {
        var now = clock.instant();
        var part = running.part();
        var hint = new HomeCard.Entry(
                Text.of("In a channel say ")
                        .code("/semaphore help")
                        .plain(", or ")
                        .code("@Signalman status")
                        .plain(". What you press here is said in your messages with me."),
                Actions.NONE);
        return new HomeCard(
                part.entries().isEmpty() ? "Nothing runs now." : part.entries().size() + " running now.",
                List.of(part, new HomeCard.Part(Text.empty().bold("What you can do"), List.of(hint), "")),
                now);
    }
}
