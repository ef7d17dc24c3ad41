package dev.signalman.engine;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Scopes;
import com.google.inject.multibindings.Multibinder;
import com.google.inject.util.Modules;
import dev.signalman.card.Card;
import dev.signalman.chat.CardRenderer;
import dev.signalman.chat.Messenger;
import dev.signalman.chat.UnfurlAndHomeApi;
import dev.signalman.dispatch.Claim;
import dev.signalman.dispatch.ClaimHandler;
import dev.signalman.dispatch.IdGenerator;
import dev.signalman.dispatch.Intake;
import dev.signalman.dispatch.Journal;
import dev.signalman.dispatch.Ledger;
import dev.signalman.dispatch.PollIntervals;
import dev.signalman.dispatch.ReconcileKey;
import dev.signalman.dispatch.ReconcileResult;
import dev.signalman.dispatch.Reconciler;
import dev.signalman.dispatch.RowChange;
import dev.signalman.engine.cards.CardMetrics;
import dev.signalman.engine.cards.CardPublisher;
import dev.signalman.engine.cards.DeliveryAcks;
import dev.signalman.engine.inbox.GrammarLineClassifier;
import dev.signalman.engine.inbox.LineClassifier;
import dev.signalman.engine.intake.DueWorkPoller;
import dev.signalman.engine.intake.IntakeMetrics;
import dev.signalman.engine.lease.Heartbeat;
import dev.signalman.engine.reconcile.ReconcilePoller;
import dev.signalman.engine.run.WorkerPool;
import dev.signalman.engine.timing.BotTempo;
import dev.signalman.engine.timing.BotTempo.SendRate;
import dev.signalman.port.AgentAnswers;
import dev.signalman.storage.Database;
import dev.signalman.storage.DatabaseAddress;
import dev.signalman.storage.DatabaseOpenResult;
import dev.signalman.storage.TestDatabase;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** One instance of the journal with stopped timers: the test decides when it beats, sweeps and publishes. */
public final class InstanceFixture implements AutoCloseable {
    final ManualClock clock;
    final RecordingMessenger slack;
    public final Database database;
    final Injector injector;

    final RecordingLedger ledger = new RecordingLedger();

    /** Processed claims, in order. */
    public final List<Claim> worked = new CopyOnWriteArrayList<>();

    /** Ids of reconciled keys, in order. */
    public final List<String> looked = new CopyOnWriteArrayList<>();

    private volatile Function<ReconcileKey, ReconcileResult> look =
            key -> new ReconcileResult.Unchanged(Duration.ofSeconds(5));
    private final DatabaseAddress address;
    private final SendRate sendRate;
    private volatile ClaimHandler claimHandler = claim -> {};

    public InstanceFixture(DatabaseAddress address, ManualClock clock, RecordingMessenger slack) {
        this(address, clock, slack, SendRate.SLACK);
    }

    public InstanceFixture(DatabaseAddress address, ManualClock clock, RecordingMessenger slack, SendRate sendRate) {
        this.sendRate = sendRate;
        this.address = address;
        this.clock = clock;
        this.slack = slack;
        this.database = TestDatabase.open(address, JournalModule.MIGRATIONS);
        this.injector = Guice.createInjector(
                com.google.inject.Stage.PRODUCTION,
                Modules.override(new JournalModule()).with(new Surroundings()),
                new LookersModule());
        get(DeliveryAcks.class).start();
        get(Heartbeat.class).beat();
    }

    private final class LookersModule extends AbstractModule {
        @Override
        protected void configure() {
            var reconcilers = Multibinder.newSetBinder(binder(), Reconciler.class);
            for (var kind : ReconcileKey.Kind.values()) {
                reconcilers.addBinding().toInstance(new RecordingReconciler(kind, looked, key -> look.apply(key)));
            }
        }
    }

    /** No agents ask here. */
    private static final class NoAgents implements AgentAnswers {
        @Override
        public RowChange answering(String invocationId, Card card) {
            throw new IllegalStateException("not used");
        }

        @Override
        public Optional<Answer> find(String invocationId) {
            return Optional.empty();
        }
    }

    private final class Surroundings extends AbstractModule {
        @Override
        protected void configure() {
            bind(Database.class).toInstance(database);
            bind(DatabaseOpenResult.class).toInstance(new DatabaseOpenResult.Open(database));
            bind(DatabaseAddress.class).toInstance(address);
            bind(InstantSource.class).toInstance(clock);
            bind(Messenger.class).toInstance(slack);
            bind(UnfurlAndHomeApi.class).toInstance(new RecordingUnfurlAndHomeApi(slack));
            bind(CardRenderer.class).to(PlainTextRenderer.class).in(Scopes.SINGLETON);
            bind(PlainTextRenderer.class).toInstance(new PlainTextRenderer());
            bind(LineClassifier.class).toInstance(new StubLineClassifier());
            bind(GrammarLineClassifier.class).toProvider(() -> {
                throw new IllegalStateException("not used");
            });
            bind(ClaimHandler.class).toInstance(claim -> {
                worked.add(claim);
                claimHandler.on(claim);
            });
            bind(CardMetrics.class).toInstance(CardMetrics.DEAF);
            bind(IntakeMetrics.class).toInstance(IntakeMetrics.DEAF);
            bind(Ledger.class).toInstance(ledger);
            bind(AgentAnswers.class).toInstance(new NoAgents());
            bind(BotTempo.class).toInstance(new BotTempo(sendRate, 1));
            bind(PollIntervals.class).toInstance(new PollIntervals(Duration.ofSeconds(5), PollIntervals.MOMENT));
            bind(IdGenerator.class).toInstance(() -> UUID.randomUUID().toString());
        }
    }

    public <T> T get(Class<T> type) {
        return injector.getInstance(type);
    }

    public Intake intake() {
        return get(Intake.class);
    }

    public Journal journal() {
        return get(Journal.class);
    }

    /** Sets how claims are processed. */
    public void works(ClaimHandler with) {
        this.claimHandler = with;
    }

    /** Lets time pass with heartbeats. */
    public void pass(Duration time) {
        clock.pass(time);
        get(Heartbeat.class).beat();
    }

    /** Beats until every silent instance counts as dead. */
    public void looksOn() {
        get(Heartbeat.class).beat();
        for (var looked = Duration.ZERO;
                looked.compareTo(Heartbeat.DEAD_AFTER) < 0;
                looked = looked.plus(Heartbeat.EVERY)) {
            pass(Heartbeat.EVERY);
        }
    }

    public void sweep() {
        get(DueWorkPoller.class).claimDue();
        get(DueWorkPoller.class).pickUp();
    }

    /** Sets the results of looks. */
    public void sees(Function<ReconcileKey, ReconcileResult> look) {
        this.look = look;
    }

    /** Whether nothing is running. */
    public boolean idle() {
        return get(WorkerPool.class).idle()
                && get(ReconcilePoller.class).idle()
                && get(CardPublisher.class).idle();
    }

    public void watch() {
        get(ReconcilePoller.class).wake();
    }

    public void pump() {
        get(CardPublisher.class).wake();
    }

    /** Kills the process: nothing more happens, and nothing is released. */
    public void kill() {
        get(Lifecycle.class).close();
    }

    public int count(String sql) {
        return database.jdbi()
                .withHandle(
                        handle -> handle.createQuery(sql).mapTo(Integer.class).one());
    }

    @Override
    public void close() {
        get(Lifecycle.class).close();
        database.close();
    }
}
