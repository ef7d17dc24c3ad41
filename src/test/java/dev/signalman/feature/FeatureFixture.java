package dev.signalman.feature;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Key;
import com.google.inject.Module;
import com.google.inject.Scopes;
import com.google.inject.Stage;
import com.google.inject.TypeLiteral;
import dev.signalman.chat.MemberRoster;
import dev.signalman.chat.Messenger;
import dev.signalman.chat.People;
import dev.signalman.command.Command;
import dev.signalman.command.Grammar;
import dev.signalman.dispatch.Act;
import dev.signalman.dispatch.ActExecutor;
import dev.signalman.dispatch.Handler;
import dev.signalman.dispatch.IdGenerator;
import dev.signalman.dispatch.Intake;
import dev.signalman.dispatch.Interceptor;
import dev.signalman.dispatch.Invocation;
import dev.signalman.dispatch.Origin;
import dev.signalman.dispatch.Outcome;
import dev.signalman.dispatch.PollIntervals;
import dev.signalman.dispatch.ReconcileKey;
import dev.signalman.dispatch.ReconcileResult;
import dev.signalman.dispatch.Reconciler;
import dev.signalman.domain.Actor;
import dev.signalman.domain.Place;
import dev.signalman.feature.access.AccessModule;
import dev.signalman.feature.access.AccessRules;
import dev.signalman.feature.agenttypes.AgentTypesModule;
import dev.signalman.feature.approvals.rule.GivenFactors;
import dev.signalman.feature.deploys.DeploysModule;
import dev.signalman.feature.help.HelpModule;
import dev.signalman.feature.jobs.JobsModule;
import dev.signalman.feature.locks.LocksModule;
import dev.signalman.feature.notifications.NotificationSettings;
import dev.signalman.feature.notifications.NotificationsModule;
import dev.signalman.feature.projects.ProjectsModule;
import dev.signalman.feature.subscriptions.FileSubscriptions;
import dev.signalman.feature.subscriptions.SubscriptionsModule;
import dev.signalman.port.AccountNames;
import dev.signalman.port.BotTokenAccount;
import dev.signalman.port.ContributorEmails;
import dev.signalman.port.JobFindings;
import dev.signalman.port.KnownPromotions;
import dev.signalman.port.LinkedAccounts;
import dev.signalman.port.PipelineCardFactory;
import dev.signalman.port.PipelineCardLocations;
import dev.signalman.port.PipelineStartNotes;
import dev.signalman.port.PromotionRecords;
import dev.signalman.port.SecondFactors;
import dev.signalman.port.SettledActs;
import dev.signalman.port.Waker;
import dev.signalman.ruling.ApprovalRequests;
import dev.signalman.ruling.Policies;
import dev.signalman.ruling.RuledProjectNames;
import dev.signalman.ruling.RulingModule;
import dev.signalman.semaphore.Credential;
import dev.signalman.semaphore.Semaphore;
import dev.signalman.semaphore.http.FeignSemaphore;
import dev.signalman.semaphore.http.SemaphoreConnection;
import dev.signalman.simulator.SettableClock;
import dev.signalman.simulator.SimulatedSemaphore;
import dev.signalman.storage.Database;
import dev.signalman.storage.DatabaseOpenResult;
import dev.signalman.storage.Migrations;
import dev.signalman.storage.TestDatabase;
import dev.signalman.subject.ConfiguredProjects;
import dev.signalman.subject.ProjectDirectory;
import dev.signalman.subject.ProjectSettings;
import dev.signalman.subject.SemaphoreLinks;
import dev.signalman.subject.SubjectResolver;
import dev.signalman.subject.TargetPromotionHistory;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;

/**
 * A test bench for features: real handlers, grammar and client, a simulated Semaphore, and {@link SimulatedTeam} for
 * Slack.
 */
public final class FeatureFixture implements AutoCloseable {
    /** The default channel. */
    public static final Place BUILDS = Place.channel("C0BUILDS");

    public final SettableClock clock = new SettableClock(Instant.parse("2026-11-24T10:00:00Z"));
    public final SimulatedSemaphore semaphore;
    public final SimulatedTeam team = new SimulatedTeam();
    public final Jdbi jdbi;

    /** Pipelines with a card somewhere. */
    public final Set<String> standing = new HashSet<>();

    /** Channels in which a pipeline's card has no reply. */
    public final Map<String, List<String>> lacking = new HashMap<>();

    /** Recorded promotions, newest first. */
    public final List<PromotionRecords.Kept> kept = new ArrayList<>();

    public final AcceptingIntake taken = new AcceptingIntake();

    private final Grammar grammar;
    private final Injector injector;
    private final Database database;

    public FeatureFixture(AccessRules rules) throws IOException {
        semaphore = SimulatedSemaphore.start(clock);
        grammar = new Grammar(URI.create(semaphore.url()));
        database = TestDatabase.H2.open(
                LocksModule.MIGRATIONS,
                new Migrations("dev/signalman/feature/projects/migrations"),
                SubscriptionsModule.MIGRATIONS);
        jdbi = database.jdbi();
        injector = Guice.createInjector(
                Stage.PRODUCTION,
                surroundings(rules),
                new AccessModule(),
                new AgentTypesModule(),
                new DeploysModule(),
                new HelpModule(),
                new JobsModule(),
                new LocksModule(),
                new NotificationsModule(new NotificationSettings(null, null, URI.create(semaphore.url()))),
                new ProjectsModule(),
                new RulingModule(),
                new SubscriptionsModule());
    }

    private Module surroundings(AccessRules rules) {
        var base = URI.create(semaphore.url());
        var client = new FeignSemaphore(
                SemaphoreConnection.to(base, new Credential(semaphore.token("robot"))), (call, outcome, took) -> {});
        return new AbstractModule() {
            @Override
            protected void configure() {
                binder().requireExplicitBindings();
                binder().requireAtInjectOnConstructors();
                binder().requireExactBindingAnnotations();
                bind(new TypeLiteral<Supplier<AccessRules>>() {}).toInstance(() -> rules);
                bind(AccountNames.class).toInstance((project, account) -> account);
                bind(SettledActs.class).toInstance(new NoActs());
                bind(Grammar.class).toInstance(grammar);
                bind(InstantSource.class).toInstance(clock);
                bind(Jdbi.class).toInstance(jdbi);
                bind(DatabaseOpenResult.class).toInstance(new DatabaseOpenResult.Open(database));
                bind(KnownPromotions.class).toInstance(new FixedKnownPromotions());
                bind(Messenger.class).toInstance(team);
                bind(People.class).toInstance(team);
                bind(ProjectDirectory.class).in(Scopes.SINGLETON);
                bind(ConfiguredProjects.class);
                bind(TargetPromotionHistory.class);
                bind(new TypeLiteral<Supplier<Policies>>() {}).toInstance(() -> Policies.NONE);
                bind(new TypeLiteral<Supplier<FileSubscriptions>>() {})
                        .toInstance(() -> new FileSubscriptions(List.of()));
                bind(new TypeLiteral<Supplier<ProjectSettings>>() {}).toInstance(() -> new ProjectSettings(Map.of()));
                bind(LinkedAccounts.class).toInstance(new NoAccounts());
                bind(ContributorEmails.class).toInstance(new NoContributorEmails());
                bind(RuledProjectNames.class).toInstance(new UnchangedProjectNames());
                bind(ApprovalRequests.class).toInstance(new NoApprovalRequests());
                bind(MemberRoster.class).toInstance(new EverybodyRoster());
                bind(Semaphore.class).toInstance(client);
                bind(SemaphoreLinks.class).toInstance(new SemaphoreLinks(base));
                bind(PollIntervals.class).toInstance(new PollIntervals(Duration.ofSeconds(5), PollIntervals.MOMENT));
                bind(Waker.class).toInstance((wake, by) -> {});
                bind(SecondFactors.class).toInstance(new GivenFactors());
                bind(PipelineCardFactory.class).toInstance(new BarePipelineCards(clock));
                bind(PipelineCardLocations.class).toInstance(new FixedCardLocations());
                bind(IdGenerator.class).toInstance(() -> "id");
                bind(Intake.class).toInstance(taken);
                bind(PromotionRecords.class).toInstance(new ListedPromotionRecords(kept));
                bind(JobFindings.class).toInstance((pipeline, job, exitCode, history) -> handle -> {});
                bind(BotTokenAccount.class).toInstance(new NoOwnAccount());
                bind(PipelineStartNotes.class).toInstance(new NoPipelineStartNotes());
                bind(SubjectResolver.class);
            }
        };
    }

    /** Alice types a line. */
    public Outcome types(String line) {
        return types("U0ALICE", line, BUILDS);
    }

    /** A person types a line in a channel. */
    public Outcome types(String userId, String line, Place place) {
        return ask(invocation(userId, line, place, new Origin.Typed()));
    }

    /** A person presses a button with a line. */
    public Outcome presses(String userId, String line) {
        return ask(invocation(userId, line, BUILDS, new Origin.Pressed(null, 0, "Button", false)));
    }

    /** An agent of Alice gives a line, however it came by it. */
    public Outcome byAgent(String line) {
        var actor = actor("U0ALICE").through("release-agent");
        var origin = new Origin.ByAgent("t1", "release-agent");
        return ask(new Invocation("i1", actor, Place.NOWHERE, line, origin, clock.instant(), null));
    }

    /** The bot says a line to itself. */
    public Outcome saysToItself(String line) {
        return ask(invocation("U0ALICE", line, BUILDS, new Origin.Itself("earlier")));
    }

    /** What comes of a key that was woken, or would have been, when it was due. */
    public ReconcileResult looks(ReconcileKey.Kind kind, String id, String seen, Instant since) {
        return reconciles(kind, id, seen, since, "");
    }

    /** What comes of a key that was woken with a note. */
    public ReconcileResult woken(ReconcileKey.Kind kind, String id, String note) {
        return reconciles(kind, id, "", clock.instant(), note);
    }

    private ReconcileResult reconciles(ReconcileKey.Kind kind, String id, String seen, Instant since, String note) {
        var reconcilers = injector.getInstance(Key.get(new TypeLiteral<Set<Reconciler>>() {}));
        var reconciler = reconcilers.stream()
                .filter(each -> each.kind() == kind)
                .findFirst()
                .orElseThrow();
        var waking = new ReconcileKey.Waking(1, actor("U0ALICE"), BUILDS, note, clock.instant(), null);
        return reconciler.reconcile(new ReconcileKey(kind, id, since, clock.instant(), seen, 0, waking));
    }

    @SuppressWarnings("unchecked")
    private Outcome ask(Invocation invocation) {
        var command = invocation.origin() instanceof Origin.Itself
                ? grammar.readOwn(invocation.line())
                : grammar.read(invocation.line());
        var interceptors = injector.getInstance(Key.get(new TypeLiteral<Set<Interceptor>>() {}));
        interceptors.forEach(interceptor -> interceptor.admit(command, invocation));
        var handlers = injector.getInstance(Key.get(new TypeLiteral<Map<Class<? extends Command>, Handler<?>>>() {}));
        var handler = (Handler<Command>) Objects.requireNonNull(handlers.get(command.getClass()));
        return handler.handle(command, invocation);
    }

    /** Writes an outcome's rows. */
    public void write(Outcome outcome) {
        RowWriter.in(jdbi, outcome.rows());
    }

    /** The executor of an outcome's act. */
    @SuppressWarnings("unchecked")
    public ActExecutor<Command> carrierOf(Command pinned) {
        var executors =
                injector.getInstance(Key.get(new TypeLiteral<Map<Class<? extends Command>, ActExecutor<?>>>() {}));
        return (ActExecutor<Command>) Objects.requireNonNull(executors.get(pinned.getClass()));
    }

    /** An act that Alice asked for just now. */
    public Act act() {
        return new Act("token-1", actor("U0ALICE"), BUILDS, clock.instant(), null);
    }

    private Invocation invocation(String userId, String line, Place place, Origin origin) {
        return new Invocation("i1", actor(userId), place, line, origin, clock.instant(), null);
    }

    private static Actor actor(String userId) {
        return new Actor(userId, userId.equals("U0ALICE") ? "Alice" : userId, "T0ACME");
    }

    @Override
    public void close() {
        semaphore.close();
        database.close();
    }

    private final class FixedCardLocations implements PipelineCardLocations {
        @Override
        public List<String> channels(String pipelineId) {
            return standing.contains(pipelineId) ? List.of("C0BUILDS") : List.of();
        }

        @Override
        public List<String> lacking(String pipelineId, String topic) {
            return List.copyOf(lacking.getOrDefault(pipelineId, List.of()));
        }

        @Override
        public List<String> pipelines(Place thread) {
            return List.of();
        }
    }
}
