package dev.signalman.kill;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** Disks that are not as they should be, for a process that is started on one: a mount of its own, which nobody else sees. */
final class Disk {
    private Disk() {}

    /** The folder {@code data} of the process is on a disk of so many KiB. */
    static List<String> of(int kib) {
        return mounting("mkdir -p data && mount -t tmpfs -o size=" + kib + "k tmpfs data");
    }

    /** The folder {@code data} of the process is as it is, and may only be read. */
    static List<String> readOnly() {
        return mounting("mount --bind data data && mount -o remount,bind,ro data");
    }

    /** No file of the process grows over so many KiB, as with a quota. It needs no rights. */
    static List<String> quota(int kib) {
        return List.of("bash", "-c", "ulimit -f " + kib + " && exec \"$@\"", "bash");
    }

    /** Skips the test, and says so, where this user may make no mount. */
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
