package dev.signalman.storage;

import dev.signalman.storage.ClosedDatabaseException.Kind;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Checks that the embedded database is writable before it is opened. H2 silently opens a read-only file, or one on a
 * full disk, and fails at the first commit. Then it only says that the database has been closed, so this check reports
 * the cause.
 */
final class WriteProbe {
    /** Bytes of free space. With less, a bot fails within minutes. */
    private static final int LEAST_ROOM = 1 << 20;

    private WriteProbe() {}

    /**
     * Writes a small file beside the database and deletes it.
     *
     * @throws ClosedDatabaseException when that fails, or the database's file cannot be read and written
     */
    static void check(DatabaseAddress address) {
        var folder = address.folder();
        if (folder == null) {
            return;
        }
        var where = shown(folder);
        if (!Files.isDirectory(folder)) {
            throw unwritable(where + (Files.exists(folder) ? " is a file, not a folder" : " isn't a folder"));
        }
        file(address.beside(".mv.db"), true);
        file(address.beside(DatabaseAddress.VERSION_ENDING), false);
        try {
            write(folder);
        } catch (IOException failed) {
            throw !(failed instanceof AccessDeniedException) && lacksRoom(folder)
                    ? new ClosedDatabaseException(Kind.FULL, "the disk of " + where + " is full: " + reason(failed))
                    : unwritable("the folder " + where + " can't be written: " + reason(failed));
        }
    }

    /** The exception for a folder that cannot be created. */
    static ClosedDatabaseException unmade(Path folder, IOException failed) {
        return unwritable("the folder " + shown(folder) + " can't be created: " + reason(failed));
    }

    /** The problem with an existing file; null for none. */
    static @Nullable String wrong(@Nullable Path file, boolean written) {
        if (file == null || !Files.exists(file)) {
            return null;
        }
        if (!Files.isRegularFile(file)) {
            return shown(file) + " isn't a file";
        }
        if (!Files.isReadable(file)) {
            return "the file " + shown(file) + " can't be read: permission denied";
        }
        return written && !Files.isWritable(file)
                ? "the file " + shown(file) + " can't be written: it is read-only, or another user owns it"
                : null;
    }

    private static void file(@Nullable Path file, boolean written) {
        var wrong = wrong(file, written);
        if (wrong != null) {
            throw unwritable(wrong);
        }
    }

    private static void write(Path folder) throws IOException {
        var probe = Files.createTempFile(folder, "signalman", ".probe");
        try (var channel = FileChannel.open(probe, StandardOpenOption.WRITE)) {
            var room = ByteBuffer.allocate(LEAST_ROOM);
            while (room.hasRemaining()) {
                channel.write(room);
            }
            channel.force(true);
        } finally {
            Files.deleteIfExists(probe);
        }
    }

    private static boolean lacksRoom(Path folder) {
        try {
            var disk = Files.getFileStore(folder);
            return !disk.isReadOnly() && disk.getTotalSpace() > 0 && disk.getUsableSpace() < LEAST_ROOM;
        } catch (IOException unknown) {
            return false; // the failure's own reason says it
        }
    }

    private static ClosedDatabaseException unwritable(String words) {
        return new ClosedDatabaseException(Kind.UNWRITABLE, words);
    }

    private static String reason(IOException failed) {
        if (failed instanceof AccessDeniedException) {
            return "permission denied";
        }
        var reason = failed instanceof FileSystemException file ? file.getReason() : failed.getMessage();
        return reason == null ? "the system refuses it" : reason.strip();
    }

    private static Path shown(Path path) {
        return path.toAbsolutePath().normalize();
    }
}
