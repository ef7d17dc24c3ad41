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

/** Keeps the files of the embedded database to the user that runs the bot, whatever the umask says. */
final class FilePermissions {
    private static final Logger LOG = LoggerFactory.getLogger(FilePermissions.class);
    private static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");

    /** The folder that is ours alone; any other one may hold what others need. */
    private static final String OURS = "data";

    private FilePermissions() {}

    /**
     * Makes the folder, before anything is in it; one that is there and called {@code data} is closed to others, too.
     *
     * @throws ClosedDatabaseException when it cannot be made or written
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
            WriteProbe.check(address); // what cannot be written at all is told once, and in other words
            LOG.warn("The folder {} could not be closed to other users: {}", folder, failed.toString());
        }
    }

    /** Closes the files of the database. */
    static void files(DatabaseAddress address) {
        var file = address.beside(".mv.db");
        if (file == null) {
            return;
        }
        try {
            closeFile(file);
        } catch (IOException failed) {
            LOG.warn("The file {} could not be closed to other users: {}", file, failed.toString());
        }
    }

    /** Closes one file to others. */
    static void closeFile(Path file) throws IOException {
        if (posix()) {
            Files.setPosixFilePermissions(file, FILE);
        }
    }

    /** Whether somebody else than the owner may do anything with it. */
    static boolean open(Path path) throws IOException {
        return posix()
                && Files.getPosixFilePermissions(path).stream()
                        .anyMatch(each -> !each.name().startsWith("OWNER_"));
    }

    private static boolean posix() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    }
}
