package dev.signalman.storage;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static org.awaitility.Awaitility.await;

import dev.signalman.storage.ClosedDatabaseException.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reports about damaged database files. */
@Tag("long")
class DamagedFileTest {
    private static final int HEADER = 8192;

    @TempDir
    private Path folder;

    private DatabaseAddress address;
    private Path file;

    /** The file as after a kill. */
    private byte[] killed = {};

    @BeforeEach
    void fill() throws IOException {
        address = DatabaseAddress.file(folder.resolve("signalman").toString());
        file = folder.resolve("signalman.mv.db");
        try (var database = Database.open(address, List.of())) {
            database.jdbi().useHandle(handle -> {
                handle.execute("create table notes (n integer primary key, words varchar)");
                for (int n = 0; n < 500; n++) {
                    handle.execute("insert into notes values (?, ?)", n, "word".repeat(100));
                }
            });
            var before = noted();
            await().until(() -> !noted().equals(before));
            killed = Files.readAllBytes(file);
        }
    }

    private String noted() throws IOException {
        var mark = folder.resolve("signalman.version");
        return Files.exists(mark) ? Files.readString(mark) : "";
    }

    @Test
    void aFileThatIsWholeIsOpenedAgain() {
        Database.open(address, List.of()).close();
        Database.open(address, List.of()).close();
    }

    @Test
    void aFileThatLostItsTailIsNoticed() throws IOException {
        Files.write(file, Arrays.copyOf(killed, killed.length * 95 / 100));
        refused(Kind.FELL_BACK);
    }

    @Test
    void aFileOfWhichNothingButTheBeginningIsLeftIsNoticed() throws IOException {
        var all = Files.readAllBytes(file);
        Arrays.fill(all, HEADER, all.length, (byte) 7);
        Files.write(file, all);
        refused(Kind.FELL_BACK);
    }

    @Test
    void anEmptyFileIsNoticed() throws IOException {
        Files.write(file, new byte[0]);
        refused(Kind.FELL_BACK);
    }

    @Test
    void aFileWithoutABeginningIsDamaged() throws IOException {
        var all = Files.readAllBytes(file);
        Arrays.fill(all, 0, HEADER, (byte) 7);
        Files.write(file, all);
        refused(Kind.DAMAGED);
    }

    private void refused(Kind kind) {
        assertThatThrownBy(() -> Database.open(address, List.of()).close())
                .asInstanceOf(type(ClosedDatabaseException.class))
                .extracting(ClosedDatabaseException::kind)
                .isEqualTo(kind);
    }
}
