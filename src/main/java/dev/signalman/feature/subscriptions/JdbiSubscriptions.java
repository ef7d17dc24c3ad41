package dev.signalman.feature.subscriptions;

import dev.signalman.dispatch.RowChange;
import dev.signalman.domain.Actor;
import dev.signalman.domain.PipelineEnding;
import dev.signalman.domain.Project;
import dev.signalman.domain.RefPattern;
import dev.signalman.domain.SubscriptionFilter;
import dev.signalman.feature.subscriptions.Subscription.Maker;
import dev.signalman.storage.InstantColumns;
import dev.signalman.subject.ProjectsWithSubscribers.SubscribedProject;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.Update;

/** Stores the subscriptions made in Slack, in the table {@code subscription}. */
final class JdbiSubscriptions {
    private static final String CHANGE = """
            UPDATE subscription
            SET project = :project, live = :live, threads = :threads, mention = :mention, maker_id = :maker_id, maker = :maker
            WHERE id = :id
            """;
    private static final String ADD = """
            INSERT INTO subscription (project, live, threads, mention, maker_id, maker, id, channel, project_id,
                branch, file, results, made_at)
            VALUES (:project, :live, :threads, :mention, :maker_id, :maker, :id, :channel, :project_id,
                :branch, :file, :results, :made_at)
            ON CONFLICT DO NOTHING
            """;

    private final Jdbi jdbi;
    private final InstantSource clock;

    @Inject
    JdbiSubscriptions(Jdbi jdbi, InstantSource clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    List<Subscription> inChannel(String channel) {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT * FROM subscription WHERE channel = :channel ORDER BY made_at, id")
                        .bind("channel", channel)
                        .map(JdbiSubscriptions::read)
                        .list());
    }

    List<Subscription> ofProject(String projectId) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT * FROM subscription WHERE project_id = :project ORDER BY made_at, id")
                .bind("project", projectId)
                .map(JdbiSubscriptions::read)
                .list());
    }

    /** All subscribed projects, each once. */
    List<SubscribedProject> projects() {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT project_id, MAX(CASE WHEN live THEN 1 ELSE 0 END) AS live, MIN(made_at) AS since
                        FROM subscription
                        GROUP BY project_id
                        """)
                .map((row, context) -> new SubscribedProject(
                        row.getString("project_id"), row.getInt("live") == 1, InstantColumns.instant(row, "since")))
                .list());
    }

    /** The id of the subscription with these filters, whether or not it exists. */
    static String id(String channel, Project project, SubscriptionFilter subscriptionFilter) {
        var filters = String.join(
                "\n",
                channel,
                project.id(),
                branch(subscriptionFilter),
                file(subscriptionFilter),
                results(subscriptionFilter));
        return UUID.nameUUIDFromBytes(filters.getBytes(StandardCharsets.UTF_8)).toString();
    }

    /** Adds a subscription, or changes the one with the same filters. */
    RowChange making(String channel, Project project, SubscriptionFilter subscriptionFilter, Actor maker) {
        return handle -> {
            if (change(handle, channel, project, subscriptionFilter, maker)
                            + add(handle, channel, project, subscriptionFilter, maker)
                    == 0) {
                // another transaction added it in between; the later one wins
                change(handle, channel, project, subscriptionFilter, maker);
            }
        };
    }

    RowChange removing(List<Subscription> subscriptions) {
        return handle -> {
            for (var subscription : subscriptions) {
                handle.createUpdate("DELETE FROM subscription WHERE id = :id")
                        .bind("id", subscription.id())
                        .execute();
            }
        };
    }

    private static int change(
            Handle handle, String channel, Project project, SubscriptionFilter subscriptionFilter, Actor maker) {
        return bound(handle.createUpdate(CHANGE), channel, project, subscriptionFilter, maker)
                .execute();
    }

    private int add(
            Handle handle, String channel, Project project, SubscriptionFilter subscriptionFilter, Actor maker) {
        return bound(handle.createUpdate(ADD), channel, project, subscriptionFilter, maker)
                .bind("channel", channel)
                .bind("project_id", project.id())
                .bind("branch", branch(subscriptionFilter))
                .bind("file", file(subscriptionFilter))
                .bind("results", results(subscriptionFilter))
                .bind("made_at", clock.instant())
                .execute();
    }

    private static Update bound(
            Update update, String channel, Project project, SubscriptionFilter subscriptionFilter, Actor maker) {
        return update.bind("project", project.name())
                .bind("live", subscriptionFilter.live())
                .bind("threads", subscriptionFilter.threads())
                .bind("mention", subscriptionFilter.mention())
                .bind("maker_id", maker.userId())
                .bind("maker", maker.name())
                .bind("id", id(channel, project, subscriptionFilter));
    }

    private static String branch(SubscriptionFilter subscriptionFilter) {
        return subscriptionFilter.ref() == null ? "" : subscriptionFilter.ref().text();
    }

    private static String file(SubscriptionFilter subscriptionFilter) {
        return subscriptionFilter.file() == null ? "" : subscriptionFilter.file();
    }

    private static String results(SubscriptionFilter subscriptionFilter) {
        return subscriptionFilter.endings().stream().map(PipelineEnding::word).collect(Collectors.joining(","));
    }

    private static Subscription read(ResultSet row, StatementContext context) throws SQLException {
        var branch = row.getString("branch");
        var file = row.getString("file");
        return new Subscription(
                row.getString("id"),
                row.getString("channel"),
                row.getString("project"),
                new SubscriptionFilter(
                        branch.isEmpty() ? null : new RefPattern(branch),
                        Arrays.stream(row.getString("results").split(",", -1))
                                .map(PipelineEnding::of)
                                .flatMap(Optional::stream)
                                .collect(Collectors.toSet()),
                        file.isEmpty() ? null : file,
                        row.getBoolean("live"),
                        row.getBoolean("threads"),
                        row.getBoolean("mention")),
                new Maker(row.getString("maker_id"), row.getString("maker")));
    }
}
