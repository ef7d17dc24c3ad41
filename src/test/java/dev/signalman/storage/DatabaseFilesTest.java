package dev.signalman.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Permissions of the embedded database's files. */
@DisabledOnOs(OS.WINDOWS)
final class DatabaseFilesTest {
    @TempDir
    private Path folder;

    private static String rights(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private void open(String name) {
        var file = folder.resolve(name).resolve("signalman").toAbsolutePath().toString();
        Database.open(DatabaseAddress.file(file), List.of()).close();
    }

    @Test
    void theFolderAndTheFileAreTheOwnersAlone() throws Exception {
        open("data");
        assertThat(rights(folder.resolve("data"))).isEqualTo("rwx------");
        assertThat(rights(folder.resolve("data/signalman.mv.db"))).isEqualTo("rw-------");
        assertThat(rights(folder.resolve("data/signalman.version"))).isEqualTo("rw-------");
    }

    @Test
    void thoseOfAnOlderVersionAreClosedAtTheNextStart() throws Exception {
        open("data");
        Files.setPosixFilePermissions(folder.resolve("data"), PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.setPosixFilePermissions(
                folder.resolve("data/signalman.mv.db"), PosixFilePermissions.fromString("rw-r--r--"));
        open("data");
        assertThat(rights(folder.resolve("data"))).isEqualTo("rwx------");
        assertThat(rights(folder.resolve("data/signalman.mv.db"))).isEqualTo("rw-------");
    }

    @Test
    void aFolderOfSomebodysChoiceKeepsItsRightsAndItsFileIsClosed() throws Exception {
        Files.createDirectory(folder.resolve("shared"));
        Files.setPosixFilePermissions(folder.resolve("shared"), PosixFilePermissions.fromString("rwxr-xr-x"));
        open("shared");
        assertThat(rights(folder.resolve("shared"))).isEqualTo("rwxr-xr-x");
        assertThat(rights(folder.resolve("shared/signalman.mv.db"))).isEqualTo("rw-------");
    }
}
