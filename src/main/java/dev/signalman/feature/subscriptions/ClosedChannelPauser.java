package dev.signalman.feature.subscriptions;

import dev.signalman.command.Grammar;
import dev.signalman.command.Pause;
import dev.signalman.dispatch.ClosedChannelListener;
import dev.signalman.dispatch.IdGenerator;
import dev.signalman.dispatch.Intake;
import dev.signalman.dispatch.Invocation;
import dev.signalman.dispatch.Origin;
import dev.signalman.domain.Actor;
import dev.signalman.domain.Place;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.time.InstantSource;

/** Has a channel paused in which Slack takes no message, if it is subscribed to anything. */
final class ClosedChannelPauser implements ClosedChannelListener {

    private final Subscriptions subscriptions;
    private final PausedChannels paused;
    private final Provider<Intake> intake;
    private final Grammar grammar;
    private final IdGenerator idGenerator;
    private final InstantSource clock;

    @Inject
    ClosedChannelPauser(
            Subscriptions subscriptions,
            PausedChannels paused,
            Provider<Intake> intake,
            Grammar grammar,
            IdGenerator idGenerator,
            InstantSource clock) {
        this.subscriptions = subscriptions;
        this.paused = paused;
        this.intake = intake; // what it is handed to shows messages itself, and asks for this
        this.grammar = grammar;
        this.idGenerator = idGenerator;
        this.clock = clock;
    }

    @Override
    public void refused(String channel, String why) {
        if (subscriptions.inChannel(channel).isEmpty() || paused.holds(channel)) {
            return;
        }
        var id = "closed:" + idGenerator.next();
        var line = grammar.print(new Pause(channel, why));
        intake.get()
                .take(new Invocation(
                        id, Actor.NOBODY, Place.channel(channel), line, new Origin.Itself(id), clock.instant(), null));
    }
}
