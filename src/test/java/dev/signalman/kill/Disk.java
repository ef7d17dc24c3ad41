package dev.signalman.kill;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** Faulty disks for a process, in a private mount. */
final class Disk {
    private Disk() {}

    /** Puts the process's folder {@code data} on a disk of this many KiB. */
    static List<String> of(int kib) {
        return mounting("mkdir -p data && mount -t tmpfs -o size=" + kib + "k tmpfs data");
    }

    /** Fills the disk of a process's folder. */
    static void fill(BotProcess bot, Path folder) throws IOException {
        var block = new byte[4 << 10];
        try (var out =
                Files.newOutputStream(filler(bot, folder), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            while (true) {
                out.write(block);
            }
        } catch (IOException full) {
            if (!String.valueOf(full.getMessage()).contains("No space left")) {
                throw full;
            }
        }
    }

    /** The file that fills the disk. */
    static Path filler(BotProcess bot, Path folder) {
        return bot.inside(folder).resolve("filler");
    }

    /** Makes the process's folder {@code data} read-only. */
    static List<String> readOnly() {
        return mounting("mount --bind data data && mount -o remount,bind,ro data");
    }

    /** Limits the process's files to this many KiB, as a quota does; needs no privileges. */
    static List<String> quota(int kib) {
        return List.of("bash", "-c", "ulimit -f " + kib + " && exec \"$@\"", "bash");
    }

    /** Skips the test with a message where this user may not mount. */
    private static List<String> mounting(String mount) {
        var user = "root".equals(System.getProperty("user.name"))
                ? List.<String>of()
                : List.of("--user", "--map-root-user");
        var unshare = new ArrayList<>(List.of("unshare", "--mount"));
        unshare.addAll(user);
        Assumptions.assumeTrue(
                works(unshare, "mount -t tmpfs tmpfs /mnt"),
                "This user may not mount anything, not even for itself alone (unshare --mount)");
        unshare.addAll(List.of("bash", "-c", mount + " && exec \"$@\"", "bash"));
        return unshare;
    }

    private static boolean works(List<String> unshare, String mount) {
        var command = new ArrayList<>(unshare);
        command.addAll(List.of("bash", "-c", mount));
        try {
            var tried = new ProcessBuilder(command).redirectErrorStream(true).start();
            tried.getInputStream().readAllBytes();
            return tried.waitFor(10, TimeUnit.SECONDS) && tried.exitValue() == 0;
        } catch (IOException notThere) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
