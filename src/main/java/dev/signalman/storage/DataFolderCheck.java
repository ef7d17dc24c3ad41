package dev.signalman.storage;

import dev.signalman.checkup.Check;
import dev.signalman.checkup.CheckContext;
import dev.signalman.checkup.CheckResult;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks that the embedded database's folder is writable and has free space. */
public final class DataFolderCheck implements Check {
    private static final String FOLDER = "data folder";
    private static final long ROOM = 200L << 20;

    private final DatabaseAddress address;

    @Inject
    DataFolderCheck(DatabaseAddress address) {
        this.address = address;
    }

    @Override
    public String about() {
        return FOLDER;
    }

    @Override
    public List<CheckResult> look(CheckContext checkContext) {
        var folder = address.folder();
        return folder == null
                ? List.of()
                : List.of(look(folder.toAbsolutePath().normalize(), WriteProbe.wrong(address.beside(".mv.db"), true)));
    }

    private static CheckResult look(Path folder, @Nullable String wrongWithTheFile) {
        var there = nearest(folder);
        if (there == null || !Files.isDirectory(there) || !Files.isWritable(there)) {
            return CheckResult.wrong(
                    FOLDER,
                    folder + (Files.isDirectory(folder) ? " can't be written." : " can't be created."),
                    "Make Signalman's user its owner, start Signalman in another folder, or set DATABASE_URL.");
        }
        if (wrongWithTheFile != null) {
            return CheckResult.wrong(
                    FOLDER, "In it, " + wrongWithTheFile + ".", "Make it readable and writable for Signalman's user.");
        }
        try {
            if (folder.equals(there) && FilePermissions.open(there)) {
                return CheckResult.worthALook(
                        FOLDER,
                        "Other users of this machine can read " + folder + ", which records who did what.",
                        "Run chmod 700 " + folder + ".");
            }
            long room = Files.getFileStore(there).getUsableSpace();
            return room < ROOM
                    ? CheckResult.worthALook(
                            FOLDER, "Its disk has " + (room >> 20) + " MiB left.", "Free some space before it is full.")
                    : CheckResult.fine(FOLDER, folder + " is writable, and its disk has space.");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The folder, or its nearest existing parent. */
    private static @Nullable Path nearest(Path folder) {
        for (var each = folder; each != null; each = each.getParent()) {
            if (Files.exists(each)) {
                return each;
            }
        }
        return null;
    }
}
