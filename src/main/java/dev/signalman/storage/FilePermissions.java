package dev.signalman.storage;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Restricts the embedded database's files to the bot's user, whatever the umask. */
final class FilePermissions {
    private static final Logger LOG = LoggerFactory.getLogger(FilePermissions.class);
    private static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");

    /** The folder that only we use; any other folder may contain others' files. */
    private static final String OURS = "data";

    private FilePermissions() {}

    /**
     * Creates the folder before it has content; an existing {@code data} folder is closed to others, too.
     *
     * @throws ClosedDatabaseException when it cannot be created or written
     */
    static void folder(DatabaseAddress address) {
        var folder = address.folder();
        if (folder == null) {
            return;
        }
        if (!Files.exists(folder)) {
            make(folder);
        } else if (posix() && OURS.equals(String.valueOf(folder.getFileName()))) {
            closeFolder(folder, address);
        }
        WriteProbe.check(address);
    }

    private static void make(Path folder) {
        try {
            if (posix()) {
                Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(FOLDER));
            } else {
                Files.createDirectories(folder);
            }
        } catch (IOException failed) {
            throw WriteProbe.unmade(folder, failed);
        }
    }

    private static void closeFolder(Path folder, DatabaseAddress address) {
        try {
            Files.setPosixFilePermissions(folder, FOLDER);
        } catch (IOException failed) {
            WriteProbe.check(address); // an unwritable folder is reported once, by the probe
            LOG.warn(
                    "Could not restrict folder {} to its owner, so other users may read it: {}",
                    folder,
                    failed.toString());
        }
    }

    /** Closes the database's files to others. */
    static void files(DatabaseAddress address) {
        var file = address.beside(".mv.db");
        if (file == null) {
            return;
        }
        try {
            closeFile(file);
        } catch (IOException failed) {
            LOG.warn(
                    "Could not restrict file {} to its owner, so other users may read it: {}", file, failed.toString());
        }
    }

    static void closeFile(Path file) throws IOException {
        if (posix()) {
            Files.setPosixFilePermissions(file, FILE);
        }
    }

    /** Whether anybody but the owner has access. */
    static boolean open(Path path) throws IOException {
        return posix()
                && Files.getPosixFilePermissions(path).stream()
                        .anyMatch(each -> !each.name().startsWith("OWNER_"));
    }

    private static boolean posix() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    }
}
