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

    /** Makes the folder, before anything is in it; one that is there and called {@code data} is closed to others, too. */
    static void folder(DatabaseAddress address) {
        var folder = address.folder();
        if (folder == null || !posix()) {
            return;
        }
        try {
            if (!Files.exists(folder)) {
                Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(FOLDER));
            } else if (OURS.equals(String.valueOf(folder.getFileName()))) {
                Files.setPosixFilePermissions(folder, FOLDER);
            }
        } catch (IOException failed) {
            LOG.warn("The folder {} could not be closed to other users: {}", folder, failed.toString());
        }
    }

    /** Closes the files of the database. */
    static void files(DatabaseAddress address) {
        var file = address.beside(".mv.db");
        if (file == null || !posix()) {
            return;
        }
        try {
            Files.setPosixFilePermissions(file, FILE);
        } catch (IOException failed) {
            LOG.warn("The file {} could not be closed to other users: {}", file, failed.toString());
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
