package dev.signalman.journal;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Scopes;
import com.google.inject.multibindings.Multibinder;
import com.google.inject.util.Modules;
import dev.signalman.dispatch.Claim;
import dev.signalman.dispatch.Ids;
import dev.signalman.dispatch.Intake;
import dev.signalman.dispatch.Journal;
import dev.signalman.dispatch.Ledger;
import dev.signalman.dispatch.Look;
import dev.signalman.dispatch.Looker;
import dev.signalman.dispatch.Messenger;
import dev.signalman.dispatch.Painter;
import dev.signalman.dispatch.Patience;
import dev.signalman.dispatch.Surfaces;
import dev.signalman.dispatch.Watched;
import dev.signalman.dispatch.Workload;
import dev.signalman.storage.Database;
import dev.signalman.storage.DatabaseAddress;
import dev.signalman.storage.Opening;
import dev.signalman.storage.TestDatabase;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** One instance of the bot's spine, whose timers stand still: a test says when it beats, sweeps and pumps. */
final class Station implements AutoCloseable {
    final MovedClock clock;
    final NotedMessenger slack;
    final Database database;
    final Injector injector;

    /** What was kept in the ledger. */
    final NotedLedger ledger = new NotedLedger();

    /** What was worked on, in order. */
    final List<Claim> worked = new CopyOnWriteArrayList<>();

    /** The ids of what was looked at, in order. */
    final List<String> looked = new CopyOnWriteArrayList<>();

    private volatile Function<Watched, Look> look = watched -> new Look.Unchanged(Duration.ofSeconds(5));
    private final DatabaseAddress address;
    private final Pace pace;
    private volatile Workload workload = claim -> {};

    Station(DatabaseAddress address, MovedClock clock, NotedMessenger slack) {
        this(address, clock, slack, Pace.SLACK);
    }

    Station(DatabaseAddress address, MovedClock clock, NotedMessenger slack, Pace pace) {
        this.pace = pace;
        this.address = address;
        this.clock = clock;
        this.slack = slack;
        this.database = TestDatabase.open(address, JournalModule.MIGRATIONS);
        this.injector = Guice.createInjector(
                com.google.inject.Stage.PRODUCTION,
                Modules.override(new JournalModule()).with(new Surroundings()),
                new LookersModule());
        get(Marks.class).start();
        get(Heart.class).beat();
    }

    private final class LookersModule extends AbstractModule {
        @Override
        protected void configure() {
            var lookers = Multibinder.newSetBinder(binder(), Looker.class);
            for (var kind : Watched.Kind.values()) {
                lookers.addBinding().toInstance(new NotedLooker(kind, looked, watched -> look.apply(watched)));
            }
        }
    }

    private final class Surroundings extends AbstractModule {
        @Override
        protected void configure() {
            bind(Database.class).toInstance(database);
            bind(Opening.class).toInstance(new Opening.Open(database));
            bind(DatabaseAddress.class).toInstance(address);
            bind(InstantSource.class).toInstance(clock);
            bind(Messenger.class).toInstance(slack);
            bind(Surfaces.class).toInstance(new NotedSurfaces(slack));
            bind(Painter.class).to(PlainPainter.class).in(Scopes.SINGLETON);
            bind(PlainPainter.class).toInstance(new PlainPainter());
            bind(Wording.class).toInstance(new ShortWording());
            bind(GrammarWording.class).toProvider(() -> {
                throw new IllegalStateException("not used");
            });
            bind(Workload.class).toInstance(claim -> {
                worked.add(claim);
                workload.on(claim);
            });
            bind(JournalMeter.class).toInstance(JournalMeter.DEAF);
            bind(Ledger.class).toInstance(ledger);
            bind(Tempo.class).toInstance(new Tempo(pace, 1));
            bind(Patience.class).toInstance(new Patience(Duration.ofSeconds(5), Patience.MOMENT));
            bind(Ids.class).toInstance(() -> UUID.randomUUID().toString());
        }
    }

    <T> T get(Class<T> type) {
        return injector.getInstance(type);
    }

    Intake intake() {
        return get(Intake.class);
    }

    Journal journal() {
        return get(Journal.class);
    }

    /** What is done from now on with what is claimed. */
    void works(Workload with) {
        this.workload = with;
    }

    /** Lets time pass, beating as a living process does. */
    void pass(Duration time) {
        clock.pass(time);
        get(Heart.class).beat();
    }

    /** Looks on, beating, until whoever does not beat is dead. */
    void looksOn() {
        get(Heart.class).beat();
        for (var looked = Duration.ZERO; looked.compareTo(Heart.DEAD_AFTER) < 0; looked = looked.plus(Heart.EVERY)) {
            pass(Heart.EVERY);
        }
    }

    void sweep() {
        get(Sweep.class).claimDue();
        get(Sweep.class).pickUp();
    }

    /** What comes of looks from now on. */
    void sees(Function<Watched, Look> look) {
        this.look = look;
    }

    /** Whether nothing is being worked on, looked at or shown. */
    boolean idle() {
        return get(Workers.class).idle()
                && get(Watchman.class).idle()
                && get(Pump.class).idle();
    }

    void watch() {
        get(Watchman.class).wake();
    }

    void pump() {
        get(Pump.class).wake();
    }

    /** The process is killed: nothing more happens, and nothing is given back. */
    void kill() {
        get(Spine.class).close();
    }

    int count(String sql) {
        return database.jdbi()
                .withHandle(
                        handle -> handle.createQuery(sql).mapTo(Integer.class).one());
    }

    @Override
    public void close() {
        get(Spine.class).close();
        database.close();
    }
}
