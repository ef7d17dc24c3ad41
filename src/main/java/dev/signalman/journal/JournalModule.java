package dev.signalman.journal;

import com.google.inject.AbstractModule;
import com.google.inject.Scopes;
import com.google.inject.multibindings.Multibinder;
import dev.signalman.checkup.Check;
import dev.signalman.dispatch.ActsByMutex;
import dev.signalman.dispatch.Chore;
import dev.signalman.dispatch.ClosedChannelListener;
import dev.signalman.dispatch.Intake;
import dev.signalman.dispatch.Journal;
import dev.signalman.dispatch.LongLineStore;
import dev.signalman.dispatch.PipelineCardLocations;
import dev.signalman.dispatch.Reconciler;
import dev.signalman.dispatch.SettledActs;
import dev.signalman.dispatch.Waker;
import dev.signalman.dispatch.Watches;
import dev.signalman.dispatch.WithdrawnCardListener;
import dev.signalman.storage.Migrations;

/**
 * Binds {@link Intake}, {@link Journal}, {@link LongLineStore}, {@link PipelineCardLocations}, {@link Lifecycle}, {@link CardPublisher} and {@link Backlog}. It needs a Database, a Workload, a Messenger, a Painter, a Grammar, a
 * {@link JournalMetrics}, a {@link BotTempo}, Ids and an InstantSource.
 */
public final class JournalModule extends AbstractModule {
    public static final Migrations MIGRATIONS = new Migrations("dev/signalman/journal/migrations");

    @Override
    protected void configure() {
        Multibinder.newSetBinder(binder(), Migrations.class).addBinding().toInstance(MIGRATIONS);
        Multibinder.newSetBinder(binder(), Chore.class).addBinding().to(ExpiredRowPurge.class);
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
        bind(Watches.class).to(ReconcileKeyStore.class);
        bind(Waker.class).to(ReconcileKeyStore.class);
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
            CommitHandoff.class,
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
            ExpiredRowPurge.class,
            QueueCheck.class,
            Lifecycle.class,
            JournalStatistics.class,
            UpdateBudget.class,
            DueWorkPoller.class,
            WantedCards.class,
            ReconcileKeyStore.class,
            ReconcilePoller.class,
            WorkerPool.class
        }) {
            bind(one).in(Scopes.SINGLETON);
        }
    }
}
