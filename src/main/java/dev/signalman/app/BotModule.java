package dev.signalman.app;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Scopes;
import com.google.inject.Singleton;
import com.google.inject.multibindings.Multibinder;
import dev.signalman.app.config.Configuration;
import dev.signalman.chat.CardRenderer;
import dev.signalman.command.Grammar;
import dev.signalman.dispatch.ActMeter;
import dev.signalman.dispatch.ClaimHandler;
import dev.signalman.dispatch.IdGenerator;
import dev.signalman.dispatch.InvocationProcessor;
import dev.signalman.dispatch.PollIntervals;
import dev.signalman.engine.cards.CardMetrics;
import dev.signalman.engine.intake.IntakeMetrics;
import dev.signalman.engine.timing.BotTempo;
import dev.signalman.feature.polling.PollInterval;
import dev.signalman.semaphore.http.SemaphoreCallObserver;
import dev.signalman.slack.SlackSettings;
import dev.signalman.slack.blocks.BlockKitRenderer;
import dev.signalman.slack.inbound.SlackAnswerObserver;
import dev.signalman.slack.outbound.SlackCallObserver;
import dev.signalman.storage.Database;
import dev.signalman.storage.DatabaseAddress;
import dev.signalman.subject.ConfiguredProjects;
import dev.signalman.subject.ProjectDirectory;
import dev.signalman.subject.SemaphoreLinks;
import dev.signalman.subject.SubjectResolver;
import dev.signalman.subject.TargetPromotionHistory;
import dev.signalman.web.Route;
import java.time.InstantSource;
import org.jdbi.v3.core.Jdbi;

/** Binds the configuration, and connects modules that do not know each other. */
final class BotModule extends AbstractModule {
    private final Configuration configuration;
    private final InstantSource clock;
    private final IdGenerator idGenerator;
    private final BotTempo tempo;

    BotModule(Configuration configuration, InstantSource clock, IdGenerator idGenerator, BotTempo tempo) {
        this.configuration = configuration;
        this.clock = clock;
        this.idGenerator = idGenerator;
        this.tempo = tempo;
    }

    @Override
    protected void configure() {
        Multibinder.newSetBinder(binder(), Route.class);
        bind(InstantSource.class).toInstance(clock);
        bind(IdGenerator.class).toInstance(idGenerator);
        bind(SlackSettings.class).toInstance(configuration.slack());
        bind(DatabaseAddress.class).toInstance(configuration.database());
        bind(Grammar.class).toInstance(new Grammar(configuration.semaphore()));
        bind(SemaphoreLinks.class).toInstance(new SemaphoreLinks(configuration.semaphore()));
        bind(PollInterval.class).toInstance(PollInterval.of(tempo.of(configuration.pollInterval())));
        bind(PollIntervals.class)
                .toInstance(new PollIntervals(tempo.of(configuration.pollInterval()), tempo.of(PollIntervals.MOMENT)));
        bind(BotTempo.class).toInstance(tempo);
        bind(ClaimHandler.class).to(InvocationProcessor.class);
        bind(CardRenderer.class).to(BlockKitRenderer.class);
        bind(BlockKitRenderer.class).in(Scopes.SINGLETON);
        bind(ProjectDirectory.class).in(Scopes.SINGLETON);
        bind(ConfiguredProjects.class);
        bind(TargetPromotionHistory.class);
        bind(SubjectResolver.class).in(Scopes.SINGLETON);
        bind(Health.class).in(Scopes.SINGLETON);
        bind(PeriodicCheckup.class).in(Scopes.SINGLETON);
        bindMeters();
    }

    private void bindMeters() {
        var botMetrics = new BotMetrics();
        bind(BotMetrics.class).toInstance(botMetrics);
        bind(SemaphoreCallObserver.class).toInstance(botMetrics);
        bind(CardMetrics.class).toInstance(botMetrics);
        bind(IntakeMetrics.class).toInstance(botMetrics);
        bind(ActMeter.class).toInstance(botMetrics);
        bind(SlackAnswerObserver.class).toInstance(botMetrics);
        bind(SlackCallObserver.class).toInstance(botMetrics.slackCallObserver());
    }

    @Provides
    @Singleton
    Jdbi jdbi(Database database) {
        return database.jdbi();
    }
}
