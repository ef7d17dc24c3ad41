package dev.signalman.storage;

import java.sql.SQLException;
import java.util.Collection;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;

/**
 * The database's migrations compared with this version's.
 *
 * @param applied number of applied migrations
 * @param pending number that this version would apply
 * @param failed number that failed midway
 * @param foreign number applied by a newer version
 */
public record SchemaStatus(int applied, int pending, int failed, int foreign) {
    /** Reads the status and changes nothing. */
    static SchemaStatus of(DataSource source, DatabaseAddress address, Collection<Migrations> migrations)
            throws SQLException {
        var list = MigrationList.of(migrations);
        try (var connection = source.getConnection()) {
            if (list.isApplied(connection)) {
                return new SchemaStatus(list.entries().size(), 0, 0, 0);
            }
        }
        var all = flyway(address, migrations).info().all();
        return new SchemaStatus(
                count(all, state -> state.isApplied() && !state.isFailed()),
                count(all, state -> state == MigrationState.PENDING),
                count(all, MigrationState::isFailed),
                count(all, state -> state == MigrationState.FUTURE_SUCCESS || state == MigrationState.MISSING_SUCCESS));
    }

    static Flyway flyway(DatabaseAddress address, Collection<Migrations> migrations) {
        return Flyway.configure()
                .dataSource(address.jdbcUrl(), address.user(), address.password())
                .locations(migrations.stream()
                        .map(each -> "classpath:" + each.folder())
                        .sorted()
                        .toArray(String[]::new))
                .outOfOrder(true)
                .load();
    }

    private static int count(MigrationInfo[] all, Predicate<MigrationState> like) {
        return (int) Stream.of(all).map(MigrationInfo::getState).filter(like).count();
    }
}
