package dev.signalman.storage;

import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.spi.JdbiPlugin;

/**
 * Makes both databases accept and return the same values: an instant is a {@code timestamp(6) with time zone} whatever
 * the process's zone, and a text contains no NUL, which PostgreSQL rejects.
 */
final class PortableColumns implements JdbiPlugin {
    @Override
    public void customizeJdbi(Jdbi jdbi) {
        jdbi.registerArgument(new InstantArgument());
        jdbi.registerArgument(new TextArgument());
        jdbi.registerColumnMapper(Instant.class, (row, column, context) -> {
            var value = row.getObject(column, OffsetDateTime.class);
            return value == null ? null : value.toInstant();
        });
    }

    private static final class InstantArgument extends AbstractArgumentFactory<Instant> {
        InstantArgument() {
            super(Types.TIMESTAMP_WITH_TIMEZONE);
        }

        @Override
        protected Argument build(Instant value, ConfigRegistry config) {
            return (position, statement, context) -> statement.setObject(
                    position, value.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC));
        }
    }

    private static final class TextArgument extends AbstractArgumentFactory<String> {
        TextArgument() {
            super(Types.VARCHAR);
        }

        @Override
        protected Argument build(String value, ConfigRegistry config) {
            return (position, statement, context) -> statement.setString(position, value.replace('\0', '\uFFFD'));
        }
    }
}
