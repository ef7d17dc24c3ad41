package dev.signalman.command;

import dev.signalman.domain.PipelineEnding;
import dev.signalman.domain.RefPattern;
import dev.signalman.domain.SubscriptionFilter;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Makes every command that can be, with names as nasty as they come. */
final class CommandArbitraries {
    private static final Set<String> KEPT_BY_SEMAPHORE =
            Set.of("switch_id", "name", "user_id", "override", "request_token", "pipeline_id");

    private CommandArbitraries() {}

    /** Commands that people can say. */
    static Arbitrary<Command> spoken() {
        return Arbitraries.oneOf(List.of(
                Arbitraries.of(new Grammar(java.net.URI.create("https://acme.semaphoreci.com"))
                                .verbs().stream().map(Verb::words).toList())
                        .injectNull(0.1)
                        .map(Help::new),
                Arbitraries.just(Help.all()),
                Arbitraries.just(new ListProjects()),
                Arbitraries.of(true, false).map(Doctor::new),
                id().map(Link::new),
                Arbitraries.just(new Link(null)),
                Arbitraries.just(new Unlink()),
                Arbitraries.just(new Use(null, null)),
                Combinators.combine(name(), name().injectNull(0.3)).as(Use::new),
                subject().map(Status::new),
                Combinators.combine(
                                subject(),
                                name().injectNull(0.5),
                                time().injectNull(0.5),
                                time().injectNull(0.5),
                                name().injectNull(0.5),
                                Arbitraries.of(true, false))
                        .as(ListPipelines::new),
                Combinators.combine(subject(), time().injectNull(0.5), time().injectNull(0.5), name().injectNull(0.5))
                        .as(ListWorkflows::new),
                Combinators.combine(
                                project(),
                                name().injectNull(0.5),
                                Arbitraries.strings()
                                        .withChars("0123456789abcdef")
                                        .ofLength(40)
                                        .injectNull(0.5),
                                parameters())
                        .as(Run::new),
                project().map(ListTasks::new),
                Combinators.combine(name(), project(), name().injectNull(0.5), parameters())
                        .as(RunTask::new),
                subject().map(Rerun::new),
                subject().map(Rebuild::new),
                subject().map(Stop::new),
                Combinators.combine(
                                name(),
                                subject(),
                                parameters().map(CommandArbitraries::withoutKept),
                                Arbitraries.of(true, false),
                                Arbitraries.of(true, false),
                                reason(),
                                scheduledTime().injectNull(0.4))
                        .as((promotion, subject, parameters, override, again, because, scheduled) -> new Promote(
                                promotion, subject, parameters, override, again, false, because, scheduled)),
                Combinators.combine(name(), subject(), parameters().map(CommandArbitraries::withoutKept), reason())
                        .as((promotion, subject, parameters, because) ->
                                new Promote(promotion, subject, parameters, false, false, true, because, null)),
                Combinators.combine(
                                name(),
                                subject(),
                                parameters().map(CommandArbitraries::withoutKept),
                                Arbitraries.of(true, false),
                                Arbitraries.of(true, false))
                        .as((promotion, subject, parameters, override, again) ->
                                new Promote(promotion, subject, parameters, override, again, null)),
                subject().map(ListPromotions::new),
                subject()
                        .filter(subject -> !(subject instanceof Subject.Unsaid))
                        .map(ShowJob::new),
                subject().map(Logs::new),
                Arbitraries.just(new ListAgentTypes()),
                Arbitraries.just(new ListAgentTokens()),
                Arbitraries.strings()
                        .withCharRange('a', 'z')
                        .withChars('-', '_')
                        .ofMaxLength(30)
                        .map(rest -> new CreateAgentToken("A" + rest)),
                name().map(RevokeAgentToken::new),
                name().map(ShowAgentType::new),
                name().map(CreateAgentType::new),
                name().map(DeleteAgentType::new),
                Combinators.combine(name(), Arbitraries.of(true, false)).as(DisableAgents::new),
                Combinators.combine(name(), name().injectNull(0.3)).as(History::new),
                name().injectNull(0.3).map(Deploys::new),
                Combinators.combine(Arbitraries.integers().between(0, 999_999_999), reason().injectNull(0.5))
                        .as(Approve::new),
                Combinators.combine(Arbitraries.integers().between(0, 999_999_999), reason().injectNull(0.5))
                        .as(Reject::new),
                Combinators.combine(Arbitraries.integers().between(0, 999_999_999), reason().injectNull(0.5))
                        .as(Withdraw::new),
                Combinators.combine(Arbitraries.integers().between(0, 999_999_999), reason().injectNull(0.5))
                        .as(BreakGlass::new),
                Combinators.combine(Arbitraries.integers().between(0, 999_999_999), reason().injectNull(0.5))
                        .as(Review::new),
                Arbitraries.just(new ListApprovals()),
                Combinators.combine(Arbitraries.of(Choose.VERBS), name().injectNull(0.3))
                        .as(Choose::new),
                Combinators.combine(name(), subject(), parameters(), Arbitraries.of(true, false))
                        .as(Why::new),
                Combinators.combine(
                                Arbitraries.integers().between(1, Audit.MOST),
                                Arbitraries.longs().between(0, 999_999_999).injectNull(0.5))
                        .as(Audit::new),
                Combinators.combine(name(), wanted()).as(Subscribe::new),
                wanted().filter(subscriptionFilter -> subscriptionFilter.ref() == null)
                        .map(subscriptionFilter -> new Subscribe(null, subscriptionFilter)),
                Combinators.combine(name(), name().injectNull(0.5), name().injectNull(0.5))
                        .as(Unsubscribe::new),
                Arbitraries.just(new ListSubscriptions()),
                Arbitraries.just(new ShowNotifications()),
                Arbitraries.just(new ConnectNotifications()),
                Combinators.combine(
                                name(),
                                subject(),
                                span().injectNull(0.5),
                                Arbitraries.of(true, false),
                                Arbitraries.of(true, false),
                                name().injectNull(0.5),
                                reason().injectNull(0.5))
                        .as(Lock::new),
                Combinators.combine(name(), subject(), Arbitraries.of(true, false), name().injectNull(0.5))
                        .as(Unlock::new),
                Arbitraries.just(new ListLocks()),
                Arbitraries.of(Factor.own(Factor.Step.SHOW)),
                Combinators.combine(
                                Arbitraries.of(Factor.Step.REPLACE, Factor.Step.CONFIRM, Factor.Step.REMOVE),
                                Arbitraries.of(Factor.Kind.class).injectNull(0.3))
                        .as(Factor::own),
                Combinators.combine(
                                Arbitraries.of("U0BOB", "W012A3CDE"),
                                Arbitraries.of(Factor.Kind.class).injectNull(0.3))
                        .as(Factor::of)));
    }

    /** Commands that the bot says to itself. */
    static Arbitrary<Command> internal() {
        var pipeline = Arbitraries.oneOf(id(), name());
        return Arbitraries.oneOf(List.of(
                Arbitraries.integers().between(0, 999_999_999).map(Grant::new),
                Combinators.combine(pipeline, name(), name(), Arbitraries.of(true, false), reason())
                        .as(Cordon::new),
                Combinators.combine(
                                pipeline,
                                name(),
                                name(),
                                name().injectNull(0.5),
                                Arbitraries.oneOf(name(), Arbitraries.of("a,b", "%2C", "50%,", "/^v[0-9]{1,3}/"))
                                        .list()
                                        .ofMaxSize(3),
                                reason())
                        .as(Enforce::new),
                pipeline.map(StopWrongDeploy::new),
                Combinators.combine(
                                name(),
                                Arbitraries.of("https://acme.semaphoreci.com/jobs/1", "https://a.b/?x=1&amp;y=2")
                                        .list()
                                        .ofMinSize(1)
                                        .ofMaxSize(3))
                        .as(Unfurl::new),
                Arbitraries.just(new Invited()),
                Arbitraries.of(true, false).map(ShowHome::new),
                Combinators.combine(
                                pipeline,
                                name().injectNull(0.5),
                                Arbitraries.integers().between(0, 999_999_999),
                                Arbitraries.of(true, false))
                        .as(Announce::new),
                Combinators.combine(
                                pipeline,
                                name().injectNull(0.5),
                                Arbitraries.of("C0BUILDS", "C0DEPLOYS", "D1")
                                        .list()
                                        .ofMaxSize(3),
                                Arbitraries.integers().between(0, 999_999_999))
                        .as(Triage::new),
                Combinators.combine(
                                Combinators.combine(name(), time(), time())
                                        .as(Summarize.Span::new)
                                        .list()
                                        .ofMaxSize(3),
                                Arbitraries.integers().between(0, 999_999_999))
                        .as(Summarize::new),
                Combinators.combine(
                                name().list().ofMaxSize(3),
                                time(),
                                Arbitraries.integers().between(0, 999_999_999))
                        .as(Condense::new)));
    }

    private static Arbitrary<SubscriptionFilter> wanted() {
        var file = name().filter(text -> !text.endsWith("/"));
        return Combinators.combine(
                        refPattern().injectNull(0.3),
                        Arbitraries.of(PipelineEnding.class).set().ofMaxSize(3),
                        file.injectNull(0.5),
                        Arbitraries.of(true, false),
                        Arbitraries.of(true, false),
                        Arbitraries.of(true, false))
                .as(SubscriptionFilter::new);
    }

    private static Arbitrary<RefPattern> refPattern() {
        var regex = Arbitraries.of("/^release-\\d+$/", "/a b/", "/\"=\"/", "/(feature|fix)/@/", "/x{2,9}/");
        return Arbitraries.oneOf(regex, name().filter(text -> !text.startsWith("/")), Arbitraries.of("*", "feature/*"))
                .map(RefPattern::new);
    }

    private static Arbitrary<ScheduledTime> scheduledTime() {
        var zone = ZoneId.of("Europe/Belgrade");
        return Arbitraries.<ScheduledTime>of(
                new ScheduledTime.AfterFreeze(),
                new ScheduledTime.Local(null, LocalTime.of(9, 0)),
                new ScheduledTime.Local(LocalDate.of(2026, 12, 24), LocalTime.of(21, 5)),
                new ScheduledTime.Exact(ZonedDateTime.of(2026, 12, 24, 9, 0, 0, 0, zone)),
                new ScheduledTime.Exact(ZonedDateTime.of(2026, 12, 24, 9, 0, 30, 0, ZoneOffset.UTC)),
                new ScheduledTime.Exact(
                        ZonedDateTime.ofStrict(LocalDateTime.of(2026, 10, 25, 2, 30), ZoneOffset.ofHours(1), zone)));
    }

    /** Names, branches, files: anything that is not blank. */
    static Arbitrary<String> name() {
        return Arbitraries.oneOf(
                        Arbitraries.of(
                                "web",
                                "because",
                                "to",
                                "override",
                                "break-glass",
                                "at",
                                "After",
                                "freeze",
                                "9:00",
                                "again",
                                "all",
                                "nothing",
                                "Pipeline",
                                "workflow",
                                "job",
                                "project",
                                "for",
                                "anyway",
                                "server",
                                "lift",
                                "promote",
                                "observe",
                                "a=b",
                                "=",
                                "file=x",
                                "@",
                                "we@b",
                                "a\"b",
                                "\\",
                                "a\\",
                                "\\\"",
                                "“”",
                                "«x»",
                                "two words",
                                " lead",
                                "trail ",
                                "line\nbreak",
                                "\u202erlo",
                                "a\u00a0b",
                                "https://acme.semaphoreci.com/jobs/1",
                                "acme.semaphoreci.com/x",
                                "https://evil.org",
                                "<!channel>",
                                "3f2b8c1d-52a7-4e0f-9b64-d1c7a90e6f28",
                                "deadbeefdeadbeefdeadbeefdeadbeef",
                                "🚦",
                                "'",
                                "`x`",
                                "refs/tags/v1.2",
                                "pull-request-7",
                                "-x",
                                "--help",
                                "日本",
                                "\u200b",
                                "a\ufeffb"),
                        nasty().ofMinLength(1).ofMaxLength(12))
                .filter(text -> !text.isBlank());
    }

    private static net.jqwik.api.arbitraries.StringArbitrary nasty() {
        return Arbitraries.strings()
                .withChars("ab@=\"\\ '\n\t“”„«»/#.:-_<>|&\u00a0\u2028\u200f\u202e\u200béß")
                .withChars(' ', '~');
    }

    /** The project or nothing, as only {@code run} takes it. */
    private static Arbitrary<Subject> project() {
        return Arbitraries.oneOf(List.of(
                Arbitraries.just(new Subject.Unsaid()),
                id().map(id -> new Subject.Id(SubjectKind.PROJECT, id)),
                Combinators.combine(
                                Arbitraries.just(SubjectKind.PROJECT).injectNull(0.5), name(), name().injectNull(0.3))
                        .as(Subject.Newest::new)));
    }

    static Arbitrary<Subject> subject() {
        var noun = Arbitraries.of(SubjectKind.values()).injectNull(0.5);
        return Arbitraries.oneOf(List.of(
                Arbitraries.just(new Subject.Unsaid()),
                Combinators.combine(noun, id()).as(Subject.Id::new),
                Combinators.combine(noun, name(), name().injectNull(0.3)).as(Subject.Newest::new)));
    }

    private static Arbitrary<String> id() {
        return Combinators.combine(Arbitraries.longs(), Arbitraries.longs())
                .as((high, low) -> new UUID(high, low).toString());
    }

    private static Arbitrary<TimeBound> time() {
        return Arbitraries.oneOf(List.of(
                Arbitraries.longs()
                        .between(1, 3650L * 86_400)
                        .map(seconds -> new TimeBound.Ago(Duration.ofSeconds(seconds))),
                Arbitraries.longs()
                        .between(0, 4_102_444_799L)
                        .map(second -> new TimeBound.At(Instant.ofEpochSecond(second, 5)))));
    }

    private static Arbitrary<TimeSpan> span() {
        return Arbitraries.longs().between(60, 90 * 86_400L).map(seconds -> new TimeSpan(Duration.ofSeconds(seconds)));
    }

    private static Arbitrary<Map<String, String>> parameters() {
        var letters = Arbitraries.strings().withChars("abzAZ_").ofMinLength(1).ofMaxLength(3);
        var key =
                Arbitraries.oneOf(Arbitraries.of("file", "commit", "because", "to", "name", "VERSION", "_1"), letters);
        var value = Arbitraries.oneOf(name(), nasty().ofMaxLength(8));
        return Arbitraries.maps(key, value).ofMaxSize(4);
    }

    private static Map<String, String> withoutKept(Map<String, String> parameters) {
        var kept = new LinkedHashMap<>(parameters);
        kept.keySet().removeAll(KEPT_BY_SEMAPHORE);
        return kept;
    }

    private static Arbitrary<String> reason() {
        return name().map(CommandLine::stripped).filter(text -> !text.isEmpty());
    }
}
