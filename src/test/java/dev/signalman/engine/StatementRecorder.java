package dev.signalman.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.signalman.storage.Database;
import dev.signalman.storage.TestDatabase;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;

/** Records each distinct statement, and asks the database how many rows it reads. */
final class StatementRecorder implements SqlLogger {
    private static final Pattern SCANNED = Pattern.compile("scanCount: (\\d+)");

    private final TestDatabase kind;
    private final Database database;
    private final Map<String, Map<String, Argument>> made = new ConcurrentHashMap<>();

    private StatementRecorder(TestDatabase kind, Database database) {
        this.kind = kind;
        this.database = database;
    }

    static StatementRecorder by(TestDatabase kind, Database database) {
        var statementRecorder = new StatementRecorder(kind, database);
        database.jdbi().setSqlLogger(statementRecorder);
        return statementRecorder;
    }

    @Override
    public void logAfterExecution(StatementContext context) {
        var sql = context.getRenderedSql();
        if (!sql.regionMatches(true, 0, "explain", 0, 7) && !sql.regionMatches(true, 0, "insert", 0, 6)) {
            made.computeIfAbsent(sql, unseen -> bound(context));
        }
    }

    @SuppressWarnings("removal") // Jdbi has no other access to bound values
    private static Map<String, Argument> bound(StatementContext context) {
        return context.getBinding().getNames().stream()
                .collect(Collectors.toMap(
                        name -> name,
                        name -> context.getBinding().findForName(name, context).orElseThrow()));
    }

    /** Statements that read more than {@code most} rows, with the number. */
    List<String> beyond(int most) {
        return made.entrySet().stream()
                .map(each -> Map.entry(each.getKey(), rows(each.getKey(), each.getValue())))
                .filter(each -> each.getValue() > most)
                .map(each -> each.getValue() + " rows: " + each.getKey())
                .toList();
    }

    /** Number of distinct statements. */
    int many() {
        return made.size();
    }

    private long rows(String sql, Map<String, Argument> bound) {
        return database.jdbi().withHandle(handle -> {
            handle.begin();
            try {
                return kind == TestDatabase.H2
                        ? h2(explained(handle, "explain analyze ", sql, bound))
                        : postgres(explained(handle, "explain (analyze, format json) ", sql, bound));
            } finally {
                handle.rollback();
            }
        });
    }

    private static String explained(Handle handle, String explain, String sql, Map<String, Argument> bound) {
        var query = handle.createQuery(explain + sql);
        bound.forEach(query::bind);
        return String.join("\n", query.mapTo(String.class).list());
    }

    private static long h2(String plan) {
        return SCANNED.matcher(plan)
                .results()
                .mapToLong(found -> Long.parseLong(found.group(1)))
                .sum();
    }

    private static long postgres(String plan) {
        try {
            return looked(new JsonMapper().readTree(plan));
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException(plan, unreadable);
        }
    }

    /** Rows that scans read and discarded, over all loops. */
    private static long looked(JsonNode node) {
        long rows = 0;
        if (node.has("Relation Name") && node.path("Node Type").asText().contains("Scan")) {
            rows = (node.path("Actual Rows").asLong()
                            + node.path("Rows Removed by Filter").asLong()
                            + node.path("Rows Removed by Index Recheck").asLong())
                    * node.path("Actual Loops").asLong(1);
        }
        for (var child : node) {
            rows += looked(child);
        }
        return rows;
    }
}
