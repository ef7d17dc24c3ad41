package dev.signalman.storage;

import dev.signalman.checkup.Check;
import dev.signalman.checkup.CheckContext;
import dev.signalman.checkup.CheckResult;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.flywaydb.core.api.FlywayException;

/** Checks that the database is reachable and its tables match this version. */
public final class DatabaseCheck implements Check {
    private static final String DATABASE = "database";
    private static final String TABLES = "database tables";

    private final DatabaseOpenResult databaseOpenResult;
    private final DatabaseAddress address;
    private final Set<Migrations> migrations;

    @Inject
    DatabaseCheck(DatabaseOpenResult databaseOpenResult, DatabaseAddress address, Set<Migrations> migrations) {
        this.databaseOpenResult = databaseOpenResult;
        this.address = address;
        this.migrations = migrations;
    }

    @Override
    public String about() {
        return DATABASE;
    }

    @Override
    public List<CheckResult> look(CheckContext checkContext) {
        if (databaseOpenResult instanceof DatabaseOpenResult.Closed closed) {
            return List.of(closed(closed.why()));
        }
        var answering = CheckResult.fine(DATABASE, "It is " + address + ", answering.");
        try {
            var database = ((DatabaseOpenResult.Open) databaseOpenResult).database();
            return List.of(answering, tables(SchemaStatus.of(database.source(), address, migrations)));
        } catch (FlywayException | SQLException failed) {
            return List.of(closed(new ClosedDatabaseException(failed)));
        }
    }

    private CheckResult closed(ClosedDatabaseException why) {
        return switch (why.kind()) {
            case IN_USE ->
                CheckResult.fine(
                        DATABASE,
                        "Its file is in use by a running bot, so it isn't checked here. Type /semaphore doctor in Slack.");
            case NOT_YET -> CheckResult.fine(DATABASE, "None yet. serve creates it on first start.");
            case REFUSED ->
                CheckResult.wrong(
                        DATABASE,
                        "It rejects the login (" + why.getMessage() + ").",
                        "Check user and password in DATABASE_URL. They must be percent-encoded.");
            case NO_SUCH ->
                CheckResult.wrong(
                        DATABASE,
                        "The server has no such database (" + why.getMessage() + ").",
                        "Create it, or change the name at the end of DATABASE_URL.");
            case NOT_OURS ->
                CheckResult.wrong(
                        DATABASE,
                        "Its login lacks a privilege (" + why.getMessage() + ").",
                        "Grant the privileges that docs/ledger.md lists, or use the login that owns the tables.");
            case NO_TLS ->
                CheckResult.wrong(
                        DATABASE, "The TLS connection to the server failed (" + why.getMessage() + ").", remedy(why));
            case DAMAGED -> CheckResult.wrong(DATABASE, "Its file is damaged (" + why.getMessage() + ").", remedy(why));
            case FELL_BACK ->
                CheckResult.wrong(
                        DATABASE, "It was truncated, damaged or replaced: " + why.getMessage() + ".", remedy(why));
            case FULL, UNWRITABLE ->
                CheckResult.wrong(DATABASE, "It can't be written: " + why.getMessage() + ".", remedy(why));
            case UNREACHED ->
                CheckResult.wrong(
                        DATABASE,
                        "It is unreachable (" + why.getMessage() + ").",
                        address.embedded()
                                ? "Check that data/ is readable and writable, and that its disk isn't full."
                                : "Check host and port in DATABASE_URL, and that the server is running.");
        };
    }

    private static String remedy(ClosedDatabaseException why) {
        return Objects.requireNonNull(why.remedy());
    }

    private static CheckResult tables(SchemaStatus schema) {
        if (schema.failed() > 0) {
            return CheckResult.wrong(
                    TABLES,
                    "A migration of the tables failed halfway.",
                    "Restore the backup from before the upgrade, and start serve again.");
        }
        if (schema.foreign() > 0) {
            return CheckResult.worthALook(
                    TABLES, "They were created by a newer version of Signalman.", "Run the same version everywhere.");
        }
        return schema.pending() == 0
                ? CheckResult.fine(TABLES, "Up to date.")
                : CheckResult.fine(
                        TABLES,
                        (schema.applied() == 0 ? "None yet" : "They are from an older version")
                                + ". serve updates them on start.");
    }
}
