package dev.signalman.storage;

import dev.signalman.checkup.Check;
import dev.signalman.checkup.Finding;
import dev.signalman.checkup.Occasion;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.flywaydb.core.api.FlywayException;

/** Whether the database is reached, and its tables are those of this version. */
public final class DatabaseCheck implements Check {
    private static final String DATABASE = "the database";
    private static final String TABLES = "the database's tables";

    private final Opening opening;
    private final DatabaseAddress address;
    private final Set<Migrations> migrations;

    @Inject
    DatabaseCheck(Opening opening, DatabaseAddress address, Set<Migrations> migrations) {
        this.opening = opening;
        this.address = address;
        this.migrations = migrations;
    }

    @Override
    public String about() {
        return DATABASE;
    }

    @Override
    public List<Finding> look(Occasion occasion) {
        if (opening instanceof Opening.Closed closed) {
            return List.of(closed(closed.why()));
        }
        var open = Finding.fine(DATABASE, "It is " + address + ", and it answers.");
        try {
            return List.of(open, tables(Schema.of(address, migrations)));
        } catch (FlywayException failed) {
            return List.of(closed(new ClosedDatabaseException(failed)));
        }
    }

    private Finding closed(ClosedDatabaseException why) {
        return switch (why.kind()) {
            case IN_USE ->
                Finding.fine(
                        DATABASE,
                        "Its file is in use by a running bot, so I leave it alone. Ask /semaphore doctor in Slack for "
                                + "what stands in it.");
            case NOT_YET -> Finding.fine(DATABASE, "There is none yet; serve makes it when it is first started.");
            case REFUSED ->
                Finding.wrong(
                        DATABASE,
                        "It refuses the login (" + why.getMessage() + ").",
                        "Check user and password in DATABASE_URL; they must be percent-encoded.");
            case NO_SUCH ->
                Finding.wrong(
                        DATABASE,
                        "The server is there, but has no such database (" + why.getMessage() + ").",
                        "Create it, or name another at the end of DATABASE_URL.");
            case NOT_OURS ->
                Finding.wrong(
                        DATABASE,
                        "Its login may not do what it must (" + why.getMessage() + ").",
                        "Grant it what the README says of the ledger, or use the login that owns the tables.");
            case NO_TLS ->
                Finding.wrong(
                        DATABASE,
                        "No encrypted connection to the server could be made (" + why.getMessage() + ").",
                        remedy(why));
            case DAMAGED -> Finding.wrong(DATABASE, "Its file is damaged (" + why.getMessage() + ").", remedy(why));
            case FELL_BACK ->
                Finding.wrong(DATABASE, "It was cut, damaged or exchanged: " + why.getMessage() + ".", remedy(why));
            case FULL, UNWRITABLE ->
                Finding.wrong(DATABASE, "It cannot be written: " + why.getMessage() + ".", remedy(why));
            case UNREACHED ->
                Finding.wrong(
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

    private static Finding tables(Schema schema) {
        if (schema.failed() > 0) {
            return Finding.wrong(
                    TABLES,
                    "A change of the tables broke in the middle.",
                    "Restore the backup from before the last version, and start serve again.");
        }
        if (schema.foreign() > 0) {
            return Finding.worthALook(
                    TABLES, "They were made by a newer version than this one.", "Run the same version everywhere.");
        }
        return schema.pending() == 0
                ? Finding.fine(TABLES, "They are those of this version.")
                : Finding.fine(
                        TABLES,
                        (schema.applied() == 0 ? "There are none yet" : "They are of an older version")
                                + "; serve brings them up to date when it is started.");
    }
}
