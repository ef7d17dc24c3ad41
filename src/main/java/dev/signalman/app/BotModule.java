package dev.signalman.app;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Scopes;
import com.google.inject.Singleton;
import com.google.inject.multibindings.Multibinder;
import dev.signalman.app.config.Configuration;
import dev.signalman.command.Grammar;
import dev.signalman.dispatch.ActMeter;
import dev.signalman.dispatch.Ids;
import dev.signalman.dispatch.Painter;
import dev.signalman.dispatch.Patience;
import dev.signalman.dispatch.Work;
import dev.signalman.dispatch.Workload;
import dev.signalman.feature.lookout.Rhythm;
import dev.signalman.journal.JournalMeter;
import dev.signalman.journal.Tempo;
import dev.signalman.semaphore.http.CallObserver;
import dev.signalman.slack.SlackSettings;
import dev.signalman.slack.blocks.BlockKitPainter;
import dev.signalman.slack.inbound.SlackAnswers;
import dev.signalman.slack.outbound.SlackCalls;
import dev.signalman.storage.Database;
import dev.signalman.storage.DatabaseAddress;
import dev.signalman.subject.GuardedPromotions;
import dev.signalman.subject.ProjectDirectory;
import dev.signalman.subject.SemaphoreLinks;
import dev.signalman.subject.Subjects;
import dev.signalman.web.Route;
import java.time.InstantSource;
import org.jdbi.v3.core.Jdbi;

/** Binds what the configuration says, and joins the parts that do not know each other. */
final class BotModule extends AbstractModule {
    private final Configuration configuration;
    private final InstantSource clock;
    private final Ids ids;
    private final Tempo tempo;

    BotModule(Configuration configuration, InstantSource clock, Ids ids, Tempo tempo) {
        this.configuration = configuration;
        this.clock = clock;
        this.ids = ids;
        this.tempo = tempo;
    }

    @Override
    protected void configure() {
        Multibinder.newSetBinder(binder(), Route.class);
        bind(InstantSource.class).toInstance(clock);
        bind(Ids.class).toInstance(ids);
        bind(SlackSettings.class).toInstance(configuration.slack());
        bind(DatabaseAddress.class).toInstance(configuration.database());
        bind(Grammar.class).toInstance(new Grammar(configuration.semaphore()));
        bind(SemaphoreLinks.class).toInstance(new SemaphoreLinks(configuration.semaphore()));
        bind(Rhythm.class).toInstance(Rhythm.of(tempo.of(configuration.pollInterval())));
        bind(Patience.class)
                .toInstance(new Patience(tempo.of(configuration.pollInterval()), tempo.of(Patience.MOMENT)));
        bind(Tempo.class).toInstance(tempo);
        bind(Workload.class).to(Work.class);
        bind(Painter.class).to(BlockKitPainter.class);
        bind(BlockKitPainter.class).in(Scopes.SINGLETON);
        bind(ProjectDirectory.class).in(Scopes.SINGLETON);
        bind(GuardedPromotions.class);
        bind(Subjects.class).in(Scopes.SINGLETON);
        bind(Health.class).in(Scopes.SINGLETON);
        bind(Watch.class).in(Scopes.SINGLETON);
        bindMeters();
    }

    private void bindMeters() {
        var meters = new Meters();
        bind(Meters.class).toInstance(meters);
        bind(CallObserver.class).toInstance(meters);
        bind(JournalMeter.class).toInstance(meters);
        bind(ActMeter.class).toInstance(meters);
        bind(SlackAnswers.class).toInstance(meters);
        bind(SlackCalls.class).toInstance(meters.slackCalls());
    }

    @Provides
    @Singleton
    Jdbi jdbi(Database database) {
        return database.jdbi();
    }
}
