package dev.signalman.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.signalman.harness.LogLines;
import dev.signalman.storage.ClosedDatabaseException.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The report about an unwritable data folder: once, with the path and advice, for the operator. */
final class UnwritableFolderTest {
    @TempDir
    private Path folder;

    private static String refused(Path data) {
        var address = DatabaseAddress.file(data.resolve("signalman").toString());
        try (var log = new LogLines()) {
            var closed = Objects.requireNonNull(catchThrowableOfType(
                    ClosedDatabaseException.class,
                    () -> Database.open(address, List.of()).close()));
            assertThat(closed.kind()).isEqualTo(Kind.UNWRITABLE);
            assertThat(closed.remedy())
                    .contains("Make Signalman's user the owner of data/ and its files, and check that the disk isn't "
                            + "mounted read-only. Or set DATABASE_URL to a PostgreSQL database. Nothing was changed.");
            assertThat(log.all()).isEmpty();
            return String.valueOf(closed.getMessage());
        }
    }

    @Test
    void aFileInThePlaceOfTheFolder() throws IOException {
        var data = Files.writeString(folder.resolve("data"), "a file");
        assertThat(refused(data)).isEqualTo(data + " is a file, not a folder");
    }

    @Test
    void aFolderThatCannotBeMade() throws IOException {
        var data = Files.writeString(folder.resolve("home"), "a file").resolve("data");
        assertThat(refused(data)).startsWith("the folder " + data + " can't be created: ");
    }

    /** A folder that not even root may write. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void aFolderThatNobodyMayWrite() {
        assertThat(refused(Path.of("/proc/self/fdinfo")))
                .startsWith("the folder /proc/")
                .contains("can't be written: ");
        assertThat(refused(Path.of("/proc/signalman")))
                .isEqualTo("the folder /proc/signalman can't be created: the system refuses it");
    }

    @Test
    void aFolderInThePlaceOfTheFile() throws IOException {
        var file = Files.createDirectories(folder.resolve("data/signalman.mv.db"));
        assertThat(refused(folder.resolve("data"))).isEqualTo(file + " isn't a file");
    }

    @Test
    void whatCanBeWrittenIsLeftAsItWas() throws IOException {
        var data = Files.createDirectory(folder.resolve("data"));
        WriteProbe.check(DatabaseAddress.file(data.resolve("signalman").toString()));
        assertThat(data).isEmptyDirectory();
    }
}
