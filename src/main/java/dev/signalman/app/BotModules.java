package dev.signalman.app;

import com.google.inject.Module;
import dev.signalman.app.checks.ChecksModule;
import dev.signalman.app.checks.JavaRuntime;
import dev.signalman.app.config.Configuration;
import dev.signalman.dispatch.DispatchModule;
import dev.signalman.dispatch.IdGenerator;
import dev.signalman.engine.JournalModule;
import dev.signalman.engine.timing.BotTempo;
import dev.signalman.feature.access.AccessModule;
import dev.signalman.feature.agenttokens.AgentTokensModule;
import dev.signalman.feature.agenttypes.AgentTypesModule;
import dev.signalman.feature.approvals.ApprovalsModule;
import dev.signalman.feature.audit.AuditModule;
import dev.signalman.feature.deploys.DeploysModule;
import dev.signalman.feature.doctor.DoctorModule;
import dev.signalman.feature.enforcement.EnforcementModule;
import dev.signalman.feature.factor.FactorModule;
import dev.signalman.feature.gate.GateModule;
import dev.signalman.feature.help.HelpModule;
import dev.signalman.feature.home.HomeModule;
import dev.signalman.feature.jobs.JobsModule;
import dev.signalman.feature.linking.LinkingModule;
import dev.signalman.feature.linking.NoLinkingModule;
import dev.signalman.feature.links.UnfurlModule;
import dev.signalman.feature.locks.LocksModule;
import dev.signalman.feature.notifications.NotificationSettings;
import dev.signalman.feature.notifications.NotificationsModule;
import dev.signalman.feature.outofband.OutOfBandModule;
import dev.signalman.feature.pipelines.PipelinesModule;
import dev.signalman.feature.polling.PollingModule;
import dev.signalman.feature.projects.ProjectsModule;
import dev.signalman.feature.promotions.PromotionsModule;
import dev.signalman.feature.runs.RunsModule;
import dev.signalman.feature.subscriptions.SubscriptionsModule;
import dev.signalman.gate.GateRouteModule;
import dev.signalman.mcp.McpModule;
import dev.signalman.passkey.PasskeyModule;
import dev.signalman.ruling.RulingModule;
import dev.signalman.schedule.ScheduleModule;
import dev.signalman.semaphore.http.SemaphoreConnection;
import dev.signalman.semaphore.http.SemaphoreHttpModule;
import dev.signalman.slack.SlackEventsModule;
import dev.signalman.slack.SlackModule;
import dev.signalman.slack.SlackSocketModule;
import dev.signalman.storage.StorageModule;
import dev.signalman.webhook.WebhookModule;
import dev.signalman.webhook.WebhookSecret;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** Lists a bot's modules. */
final class BotModules {
    private BotModules() {}

    static List<Module> of(Configuration configuration, InstantSource clock, IdGenerator idGenerator) {
        return of(configuration, clock, idGenerator, BotTempo.USUAL, new StorageModule(), JavaRuntime.thisOne());
    }

    /** The modules for another tempo, database (already open, or not to be opened) and machine. */
    static List<Module> of(
            Configuration configuration,
            InstantSource clock,
            IdGenerator idGenerator,
            BotTempo tempo,
            StorageModule storage,
            JavaRuntime javaRuntime) {
        var parts = new ArrayList<Module>(List.of(
                new BotModule(configuration, clock, idGenerator, tempo),
                new SettingsModule(configuration),
                new ChecksModule(configuration, javaRuntime),
                new DispatchModule(),
                storage,
                new JournalModule(),
                new ScheduleModule(),
                new SlackModule(),
                new SemaphoreHttpModule(
                        SemaphoreConnection.to(configuration.semaphore(), configuration.semaphoreToken())),
                new AccessModule(),
                new AgentTypesModule(),
                new AgentTokensModule(configuration.publicUrl()),
                new AuditModule(configuration.keyring()),
                new ApprovalsModule(),
                new DeploysModule(),
                new DoctorModule(),
                new EnforcementModule(configuration.semaphoreToken()),
                new FactorModule(configuration.keyring(), configuration.publicUrl()),
                new GateModule(),
                new GateRouteModule(configuration.semaphore(), configuration.gateSecret()),
                new HelpModule(),
                new HomeModule(),
                new JobsModule(),
                new UnfurlModule(),
                new LocksModule(),
                new McpModule(BuildVersion.number()),
                new PasskeyModule(),
                new NotificationsModule(new NotificationSettings(
                        configuration.publicUrl(), configuration.webhookSecret(), configuration.semaphore())),
                new PollingModule(),
                new PipelinesModule(),
                new ProjectsModule(),
                new PromotionsModule(),
                new RulingModule(),
                new RunsModule(),
                new SubscriptionsModule(),
                new OutOfBandModule()));
        parts.add(
                configuration.keyring().current() == null
                        ? new NoLinkingModule()
                        : new LinkingModule(configuration.keyring(), configuration.semaphoreToken()));
        if (configuration.slack().signingSecret() != null) {
            parts.add(new SlackEventsModule());
        }
        if (configuration.slack().appToken() != null) {
            parts.add(new SlackSocketModule());
        }
        var secret = configuration.webhookSecret();
        if (secret != null) {
            parts.add(new WebhookModule(new WebhookSecret(secret)));
        }
        return List.copyOf(parts);
    }
}
