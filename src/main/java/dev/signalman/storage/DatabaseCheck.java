package dev.signalman.storage;

import dev.signalman.checkup.Check;
import dev.signalman.checkup.CheckContext;
import dev.signalman.checkup.CheckResult;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.flywaydb.core.api.FlywayException;

/** Checks that the database is reachable and its tables match this version. */
public final class DatabaseCheck implements Check {
    private static final String DATABASE = "the database";
    private static final String TABLES = "the database's tables";

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
        var open = CheckResult.fine(DATABASE, "It is " + address + ", and it answers.");
        try {
            return List.of(open, tables(SchemaStatus.of(address, migrations)));
        } catch (FlywayException failed) {
            return List.of(closed(new ClosedDatabaseException(failed)));
        }
    }

    private CheckResult closed(ClosedDatabaseException why) {
        return switch (why.kind()) {
            case IN_USE ->
                CheckResult.fine(
                        DATABASE,
                        "Its file is in use by a running bot, so I leave it alone. Ask /semaphore doctor in Slack for "
                                + "what stands in it.");
            case NOT_YET -> CheckResult.fine(DATABASE, "There is none yet; serve makes it when it is first started.");
            case REFUSED ->
                CheckResult.wrong(
                        DATABASE,
                        "It refuses the login (" + why.getMessage() + ").",
                        "Check user and password in DATABASE_URL; they must be percent-encoded.");
            case NO_SUCH ->
                CheckResult.wrong(
                        DATABASE,
                        "The server is there, but has no such database (" + why.getMessage() + ").",
                        "Create it, or name another at the end of DATABASE_URL.");
            case NOT_OURS ->
                CheckResult.wrong(
                        DATABASE,
                        "Its login may not do what it must (" + why.getMessage() + ").",
                        "Grant it what the README says of the ledger, or use the login that owns the tables.");
            case NO_TLS ->
                CheckResult.wrong(
                        DATABASE,
                        "No encrypted connection to the server could be made (" + why.getMessage() + ").",
                        remedy(why));
            case DAMAGED -> CheckResult.wrong(DATABASE, "Its file is damaged (" + why.getMessage() + ").", remedy(why));
            case FELL_BACK ->
                CheckResult.wrong(DATABASE, "It was cut, damaged or exchanged: " + why.getMessage() + ".", remedy(why));
            case FULL, UNWRITABLE ->
                CheckResult.wrong(DATABASE, "It cannot be written: " + why.getMessage() + ".", remedy(why));
            case UNREACHED ->
                CheckResult.wrong(
                        DATABASE,
                        "It was not reached (" + why.getMessage() + ").",
                        address.embedded()
                                ? "Check that the folder data/ may be read and written, and that its disk is not full."
                                : "Check host and port in DATABASE_URL, and that the server is up.");
        };
    }

    private static String remedy(ClosedDatabaseException why) {
        return Objects.requireNonNull(why.remedy());
    }

    private static CheckResult tables(SchemaStatus schema) {
        if (schema.failed() > 0) {
            return CheckResult.wrong(
                    TABLES,
                    "A change of the tables broke in the middle.",
                    "Restore the backup from before the last version, and start serve again.");
        }
        if (schema.foreign() > 0) {
            return CheckResult.worthALook(
                    TABLES, "They were made by a newer version than this one.", "Run the same version everywhere.");
        }
        return schema.pending() == 0
                ? CheckResult.fine(TABLES, "They are those of this version.")
                : CheckResult.fine(
                        TABLES,
                        (schema.applied() == 0 ? "There are none yet" : "They are of an older version")
                                + "; serve brings them up to date when it is started.");
    }
}
