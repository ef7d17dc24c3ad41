package dev.signalman.engine;

import com.google.inject.AbstractModule;
import com.google.inject.Scopes;
import com.google.inject.multibindings.Multibinder;
import dev.signalman.checkup.Check;
import dev.signalman.dispatch.Intake;
import dev.signalman.dispatch.Journal;
import dev.signalman.dispatch.Reconciler;
import dev.signalman.engine.act.ActStore;
import dev.signalman.engine.act.JdbiActsByMutex;
import dev.signalman.engine.act.JdbiSettledActs;
import dev.signalman.engine.cards.BacklogCondenser;
import dev.signalman.engine.cards.CardDisarmer;
import dev.signalman.engine.cards.CardProgressStore;
import dev.signalman.engine.cards.CardPublisher;
import dev.signalman.engine.cards.CardQueue;
import dev.signalman.engine.cards.ChannelQueues;
import dev.signalman.engine.cards.DeliveryAcks;
import dev.signalman.engine.cards.DuplicatePostRepair;
import dev.signalman.engine.cards.EphemeralPublisher;
import dev.signalman.engine.cards.JdbiCardLocations;
import dev.signalman.engine.cards.LateUpdates;
import dev.signalman.engine.cards.MessagePublisher;
import dev.signalman.engine.cards.MethodBackoff;
import dev.signalman.engine.cards.RequestCopyStore;
import dev.signalman.engine.cards.UpdateBudget;
import dev.signalman.engine.cards.WantedCards;
import dev.signalman.engine.inbox.GrammarLineClassifier;
import dev.signalman.engine.inbox.InboxClaims;
import dev.signalman.engine.inbox.InboxStore;
import dev.signalman.engine.inbox.JdbiLongLineStore;
import dev.signalman.engine.inbox.LineClassifier;
import dev.signalman.engine.intake.DueWorkPoller;
import dev.signalman.engine.intake.JdbiIntake;
import dev.signalman.engine.intake.RejectedIntakes;
import dev.signalman.engine.keys.ReconcileKeyStore;
import dev.signalman.engine.keys.WatchedPipelineStore;
import dev.signalman.engine.lease.Heartbeat;
import dev.signalman.engine.lease.InstanceId;
import dev.signalman.engine.reconcile.JdbiWaker;
import dev.signalman.engine.reconcile.ReconcilePoller;
import dev.signalman.engine.reconcile.ReconcileResultWriter;
import dev.signalman.engine.record.AfterCommitHandoff;
import dev.signalman.engine.record.JdbiJournal;
import dev.signalman.engine.record.OutcomeWriter;
import dev.signalman.engine.run.WorkerPool;
import dev.signalman.engine.timing.TickScheduler;
import dev.signalman.port.ActsByMutex;
import dev.signalman.port.Chore;
import dev.signalman.port.ClosedChannelListener;
import dev.signalman.port.LongLineStore;
import dev.signalman.port.PipelineCardLocations;
import dev.signalman.port.SettledActs;
import dev.signalman.port.Waker;
import dev.signalman.port.Watches;
import dev.signalman.port.WithdrawnCardListener;
import dev.signalman.storage.Migrations;

/**
 * Binds the engine, including {@link Intake}, {@link Journal}, {@link LongLineStore}, {@link PipelineCardLocations},
 * {@link Lifecycle}, {@link CardPublisher} and {@link Backlog}. Needs, among others, a Database, a Messenger, a
 * Grammar, a {@code BotTempo} and an InstantSource.
 */
public final class JournalModule extends AbstractModule {
    public static final Migrations MIGRATIONS = new Migrations("dev/signalman/engine/migrations");

    @Override
    protected void configure() {
        Multibinder.newSetBinder(binder(), Migrations.class).addBinding().toInstance(MIGRATIONS);
        Multibinder.newSetBinder(binder(), Chore.class).addBinding().to(JournalPurge.class);
        Multibinder.newSetBinder(binder(), ClosedChannelListener.class);
        Multibinder.newSetBinder(binder(), WithdrawnCardListener.class);
        Multibinder.newSetBinder(binder(), Reconciler.class);
        var checks = Multibinder.newSetBinder(binder(), Check.class);
        checks.addBinding().to(QueueCheck.class);
        checks.addBinding().to(LastEventCheck.class);
        checks.addBinding().to(InstancesCheck.class);
        bind(Intake.class).to(JdbiIntake.class);
        bind(Journal.class).to(JdbiJournal.class);
        bind(SettledActs.class).to(JdbiSettledActs.class);
        bind(ActsByMutex.class).to(JdbiActsByMutex.class);
        bind(LongLineStore.class).to(JdbiLongLineStore.class);
        bind(PipelineCardLocations.class).to(JdbiCardLocations.class);
        bind(Watches.class).to(WatchedPipelineStore.class);
        bind(Waker.class).to(JdbiWaker.class);
        bind(LineClassifier.class).to(GrammarLineClassifier.class);
        for (var one : new Class<?>[] {
            ActStore.class,
            EphemeralPublisher.class,
            Backlog.class,
            MessagePublisher.class,
            CardProgressStore.class,
            CardQueue.class,
            InboxClaims.class,
            TickScheduler.class,
            RejectedIntakes.class,
            MethodBackoff.class,
            JdbiCardLocations.class,
            BacklogCondenser.class,
            GrammarLineClassifier.class,
            AfterCommitHandoff.class,
            Heartbeat.class,
            InboxStore.class,
            InstanceId.class,
            JdbiSettledActs.class,
            InstancesCheck.class,
            JdbiIntake.class,
            JdbiJournal.class,
            JdbiLongLineStore.class,
            JdbiActsByMutex.class,
            ReconcileResultWriter.class,
            ChannelQueues.class,
            LastEventCheck.class,
            LateUpdates.class,
            DeliveryAcks.class,
            OutcomeWriter.class,
            CardDisarmer.class,
            DuplicatePostRepair.class,
            CardPublisher.class,
            JournalPurge.class,
            QueueCheck.class,
            Lifecycle.class,
            JournalStatistics.class,
            UpdateBudget.class,
            DueWorkPoller.class,
            WantedCards.class,
            RequestCopyStore.class,
            ReconcileKeyStore.class,
            WatchedPipelineStore.class,
            ReconcilePoller.class,
            WorkerPool.class
        }) {
            bind(one).in(Scopes.SINGLETON);
        }
    }
}
