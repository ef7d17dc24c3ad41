package dev.signalman.engine.act;

import dev.signalman.dispatch.ActResult;
import dev.signalman.port.SettledActs;
import dev.signalman.storage.Database;
import dev.signalman.storage.InstantColumns;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Optional;

/** Reads settled acts from the rows of acts. */
public final class JdbiSettledActs implements SettledActs {
    private final Database database;

    @Inject
    JdbiSettledActs(Database database) {
        this.database = database;
    }

    @Override
    public Optional<Result> of(String invocationId) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery("""
                        SELECT state, words
                        FROM acts
                        WHERE invocation_id = :id AND settled_at IS NOT NULL
                        """)
                        .bind("id", invocationId)
                        .map((row, context) -> new Result(
                                ActResult.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                                row.getString("words")))
                        .findOne());
    }

    @Override
    public Optional<Kept> kept(String token) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery("""
                        SELECT intended_at, ledger_row, ledger_line, rules
                        FROM acts
                        WHERE token = :token AND ledger_row IS NOT NULL
                        """)
                        .bind("token", token)
                        .map((row, context) -> new Kept(
                                InstantColumns.instant(row, "intended_at"),
                                row.getLong("ledger_row"),
                                row.getString("ledger_line"),
                                row.getString("rules")))
                        .findOne());
    }
}
