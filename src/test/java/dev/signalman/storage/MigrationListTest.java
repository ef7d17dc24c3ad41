package dev.signalman.storage;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Flyway is left out only where it would find nothing to do and nothing wrong. */
@OnEachDatabase
final class MigrationListTest {
    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final List<Migrations> ALL = List.of(new Migrations("dev/signalman"));

    private final TestDatabase kind;
    private DatabaseAddress address;
    private Connection connection;
    private List<String> paths;

    MigrationListTest(TestDatabase kind) {
        this.kind = kind;
    }

    @BeforeEach
    void migrate() throws IOException, SQLException {
        address = kind.fresh();
        connection = DriverManager.getConnection(address.jdbcUrl(), address.user(), address.password());
        try (var files = Files.walk(RESOURCES)) {
            paths = files.filter(file -> file.toString().endsWith(".sql"))
                    .map(file -> RESOURCES.relativize(file).toString().replace('\\', '/'))
                    .collect(toCollection(ArrayList::new));
        }
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    @Test
    void whatFlywayAppliedIsWhatIsListed() {
        SchemaStatus.flyway(address, ALL).migrate();
        assertThat(listed()).isTrue();
    }

    @Test
    void andSoItIsWhenEachFolderIsNamed() {
        var folders = paths.stream()
                .map(path -> path.substring(0, path.lastIndexOf('/')))
                .distinct()
                .map(Migrations::new)
                .toList();
        SchemaStatus.flyway(address, folders).migrate();
        assertThat(MigrationList.of(paths, folders).isApplied(connection)).isTrue();
    }

    @Test
    void aNewDatabaseHasNoHistory() {
        assertThat(listed()).isFalse();
    }

    @Test
    void aMigrationOfThisVersionIsMissing() {
        SchemaStatus.flyway(address, ALL).migrate();
        changed("delete from \"flyway_schema_history\" where script like '%watches.sql'");
        assertThat(listed()).isFalse();
    }

    @Test
    void aNewerVersionAppliedAnother() {
        SchemaStatus.flyway(address, ALL).migrate();
        paths.remove(0);
        assertThat(listed()).isFalse();
    }

    @Test
    void aMigrationWasAnotherWhenItWasApplied() {
        SchemaStatus.flyway(address, ALL).migrate();
        changed("update \"flyway_schema_history\" set checksum = checksum + 1 where script like '%watches.sql'");
        assertThat(listed()).isFalse();
    }

    @Test
    void aMigrationFailed() {
        SchemaStatus.flyway(address, ALL).migrate();
        changed("update \"flyway_schema_history\" set success = false where script like '%watches.sql'");
        assertThat(listed()).isFalse();
    }

    @Test
    void nothingIsListed() {
        assertThat(MigrationList.of(List.of(), ALL).isApplied(connection)).isFalse();
    }

    private boolean listed() {
        return MigrationList.of(paths, ALL).isApplied(connection);
    }

    private void changed(String sql) {
        try (var statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql)).isEqualTo(1);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
