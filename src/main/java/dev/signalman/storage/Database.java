package dev.signalman.storage;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import java.sql.SQLException;
import java.util.Collection;
import javax.sql.DataSource;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.ColonPrefixSqlParser;
import org.jdbi.v3.core.statement.SqlParser;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jspecify.annotations.Nullable;

/** An open database with migrated tables. */
public final class Database implements AutoCloseable {
    /** The longest wait for a connection, so a person still hears "not taken" within Slack's 3 s. */
    private static final long CONNECTION_MILLIS = 1500;

    private static final int MOST_TRIES = 4;

    /** Remembers parsed statements, whatever database they are for: parsing one takes milliseconds. */
    private static final SqlParser PARSER = new ColonPrefixSqlParser();

    private final HikariDataSource pool;
    private final Jdbi jdbi;
    private final @Nullable FileCompaction compaction;

    private Database(HikariDataSource pool, @Nullable FileCompaction compaction) {
        this.pool = pool;
        this.compaction = compaction;
        this.jdbi = Jdbi.create(pool).installPlugin(new PortableColumns());
        jdbi.getConfig(SqlStatements.class).setSqlParser(PARSER);
        // bound values may be capabilities, and messages end up in logs
        jdbi.getConfig(StatementExceptions.class).setMessageRendering(StatementExceptions.MessageRendering.NONE);
    }

    /**
     * Opens the database and migrates its tables.
     *
     * @throws ClosedDatabaseException when it is unreachable, or a migration fails
     */
    public static Database open(DatabaseAddress address, Collection<Migrations> migrations) {
        FilePermissions.folder(address);
        // until the pool is open, this connection keeps the embedded database open: opening it is a tenth of a start
        try (var connection = FileVersion.connect(address)) {
            if (!MigrationList.of(migrations).isApplied(connection)) {
                SchemaStatus.flyway(address, migrations).migrate();
            }
            return ready(address);
        } catch (FlywayException | SQLException closed) {
            WriteProbe.check(address); // the disk may have filled up meanwhile
            throw new ClosedDatabaseException(closed);
        }
    }

    /**
     * Opens the database for a bot, after migration.
     *
     * @throws ClosedDatabaseException when it is unreachable
     */
    static Database ready(DatabaseAddress address) {
        try {
            var pool = new HikariDataSource(pool(address));
            FilePermissions.files(address);
            return new Database(pool, address.exclusive() ? FileCompaction.of(pool, FileVersion.of(address)) : null);
        } catch (HikariPool.PoolInitializationException | SQLException closed) {
            throw new ClosedDatabaseException(closed);
        }
    }

    /**
     * Opens the database without creating or migrating anything.
     *
     * @throws ClosedDatabaseException when it is unreachable, missing, or in use by another process
     */
    public static Database look(DatabaseAddress address) {
        FileVersion.check(address);
        try {
            return new Database(new HikariDataSource(pool(address.ifThere())), null);
        } catch (HikariPool.PoolInitializationException closed) {
            throw new ClosedDatabaseException(closed);
        }
    }

    private static HikariConfig pool(DatabaseAddress address) {
        var config = new HikariConfig();
        config.setPoolName("signalman");
        config.setJdbcUrl(address.jdbcUrl());
        config.setUsername(address.user());
        config.setPassword(address.password());
        config.setMaximumPoolSize(12);
        config.setMinimumIdle(2);
        config.setConnectionTimeout(CONNECTION_MILLIS);
        config.setValidationTimeout(CONNECTION_MILLIS - 500);
        config.setExceptionOverride(new DeadConnections());
        if (!address.embedded()) {
            // all our transactions are short: a server that is silent for so long is gone
            config.addDataSourceProperty("socketTimeout", "2");
            config.addDataSourceProperty("connectTimeout", "1");
            config.addDataSourceProperty("logServerErrorDetail", "false");
            // else an instance that is suspended in a transaction keeps its row locks, and nobody can take over
            config.setConnectionInitSql("SET idle_in_transaction_session_timeout = '15s'");
        }
        return config;
    }

    /** For queries without a transaction. */
    public Jdbi jdbi() {
        return jdbi;
    }

    public DataSource source() {
        return pool;
    }

    /**
     * Runs {@code work} in one transaction. It runs again when the database aborts it because of another transaction
     * (SQLSTATE class 40: deadlock, serialization), so {@code work} must have no effect outside the database.
     */
    public <R> R inTransaction(HandleCallback<R, RuntimeException> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return jdbi.inTransaction(work);
            } catch (JdbiException failed) {
                if (attempt == MOST_TRIES || !brokenOff(failed)) {
                    throw failed;
                }
            }
        }
    }

    private static boolean brokenOff(Throwable failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                return sql.getSQLState().startsWith("40");
            }
        }
        return false;
    }

    /** Whether it answers, within two seconds. */
    public boolean answers() {
        try (var connection = pool.getConnection()) {
            return connection.isValid(1);
        } catch (SQLException away) {
            return false;
        }
    }

    @Override
    public void close() {
        if (compaction != null) {
            compaction.close();
        }
        pool.close();
    }
}
