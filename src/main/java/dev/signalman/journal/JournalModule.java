package dev.signalman.journal;

import com.google.inject.AbstractModule;
import com.google.inject.Scopes;
import com.google.inject.multibindings.Multibinder;
import dev.signalman.checkup.Check;
import dev.signalman.dispatch.ActResults;
import dev.signalman.dispatch.CardReplies;
import dev.signalman.dispatch.CardThreads;
import dev.signalman.dispatch.Chore;
import dev.signalman.dispatch.ClosedChannels;
import dev.signalman.dispatch.Intake;
import dev.signalman.dispatch.Journal;
import dev.signalman.dispatch.LongLines;
import dev.signalman.dispatch.Looker;
import dev.signalman.dispatch.SectionActs;
import dev.signalman.dispatch.StandingCards;
import dev.signalman.dispatch.Waker;
import dev.signalman.dispatch.Watches;
import dev.signalman.dispatch.WithdrawnCards;
import dev.signalman.storage.Migrations;

/**
 * Binds {@link CardThreads}, {@link CardReplies}, {@link Intake}, {@link Journal}, {@link LongLines}, {@link StandingCards}, {@link Spine}, {@link Pump} and {@link Backlog}. It needs a Database, a Workload, a Messenger, a Painter, a Grammar, a
 * {@link JournalMeter}, a {@link Tempo}, Ids and an InstantSource.
 */
public final class JournalModule extends AbstractModule {
    /** Where the journal's tables are made. */
    public static final Migrations MIGRATIONS = new Migrations("dev/signalman/journal/migrations");

    @Override
    protected void configure() {
        Multibinder.newSetBinder(binder(), Migrations.class).addBinding().toInstance(MIGRATIONS);
        Multibinder.newSetBinder(binder(), Chore.class).addBinding().to(Purge.class);
        Multibinder.newSetBinder(binder(), ClosedChannels.class);
        Multibinder.newSetBinder(binder(), WithdrawnCards.class);
        Multibinder.newSetBinder(binder(), Looker.class);
        bind(CardThreads.class).to(JdbiCardThreads.class);
        var checks = Multibinder.newSetBinder(binder(), Check.class);
        checks.addBinding().to(QueueCheck.class);
        checks.addBinding().to(LastEventCheck.class);
        checks.addBinding().to(InstancesCheck.class);
        bind(Intake.class).to(JdbiIntake.class);
        bind(Journal.class).to(JdbiJournal.class);
        bind(ActResults.class).to(JdbiActResults.class);
        bind(SectionActs.class).to(JdbiSectionActs.class);
        bind(LongLines.class).to(JdbiLongLines.class);
        bind(StandingCards.class).to(Everywhere.class);
        bind(CardReplies.class).to(Everywhere.class);
        bind(Watches.class).to(WatchRows.class);
        bind(Waker.class).to(WatchRows.class);
        bind(Wording.class).to(GrammarWording.class);
        for (var one : new Class<?>[] {
            ActRows.class,
            Asides.class,
            Backlog.class,
            Board.class,
            CardProgress.class,
            CardQueue.class,
            Claims.class,
            Clockwork.class,
            Disowned.class,
            Doors.class,
            Everywhere.class,
            FollowUps.class,
            Floodgate.class,
            GrammarWording.class,
            HandOver.class,
            Heart.class,
            InboxRows.class,
            Instance.class,
            JdbiActResults.class,
            JdbiCardThreads.class,
            InstancesCheck.class,
            JdbiIntake.class,
            JdbiJournal.class,
            JdbiLongLines.class,
            JdbiSectionActs.class,
            LookKeeper.class,
            Lanes.class,
            LastEventCheck.class,
            LateUpdates.class,
            Marks.class,
            OutcomeWriter.class,
            Presses.class,
            SecondCopies.class,
            Pump.class,
            Purge.class,
            QueueCheck.class,
            Sections.class,
            Sketch.class,
            Spine.class,
            Survey.class,
            UpdateBudget.class,
            Sweep.class,
            WantedCards.class,
            WatchRows.class,
            Watchman.class,
            Workers.class
        }) {
            bind(one).in(Scopes.SINGLETON);
        }
    }
}
