package dev.signalman.feature.approvals.request;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Reads what belongs to several requests with one query. */
final class RowsByRequest {
    private RowsByRequest() {}

    /** The rows by the numbers of their requests, in the order of the query. */
    static <T> Map<Integer, List<T>> read(Handle handle, String sql, List<Integer> numbers, Read<T> read) {
        return handle.createQuery(sql)
                .bindList("numbers", numbers)
                .map((row, context) -> Map.entry(row.getInt("n"), read.from(row)))
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
    }

    /** Reads a thing from its row. */
    interface Read<T> {
        T from(ResultSet row) throws SQLException;
    }
}
