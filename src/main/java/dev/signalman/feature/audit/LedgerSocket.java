package dev.signalman.feature.audit;

import dev.signalman.storage.DatabaseAddress;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import jdk.net.ExtendedSocketOptions;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets the command line read the ledger through a Unix socket while this process holds the embedded database. The
 * file's permissions and the kernel's report of the peer admit only the same user of the same machine. The socket
 * serves only the ledger, read-only.
 *
 * <p>A client sends a line, {@code head} or {@code rows}. The answer to {@code head} is a line with the head. The
 * answer to {@code rows} is a line with the stored head, each row as JSON, and a line {@link #END}, so a truncated
 * answer is not taken for a shorter ledger.
 */
public final class LedgerSocket implements AutoCloseable {
    static final String ENDING = ".sock";
    static final String HEAD = "head";
    static final String ROWS = "rows";
    static final String END = "end";

    private static final Logger LOG = LoggerFactory.getLogger(LedgerSocket.class);
    private static final int MOST_VISITORS = 4;

    private final LedgerReader rows;
    private final @Nullable Path path;
    private final Set<SocketChannel> visitors = ConcurrentHashMap.newKeySet();
    private @Nullable ServerSocketChannel listener;

    @Inject
    LedgerSocket(LedgerReader rows, DatabaseAddress address) {
        this.rows = rows;
        this.path = address.beside(ENDING);
    }

    /**
     * Opens the socket if there is an embedded database. If that fails, the bot runs without it and logs the failure.
     */
    public synchronized void open() {
        if (path == null) {
            return;
        }
        try {
            Files.deleteIfExists(path); // left by a killed process: we hold the database, so nobody listens there
            var opened = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
            listener = opened;
            opened.bind(UnixDomainSocketAddress.of(path));
            if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-------"));
            }
            start("ledger-socket", () -> listen(opened));
        } catch (IOException | UnsupportedOperationException failed) {
            LOG.warn(
                    "The audit commands can't read the ledger while the bot runs: {} can't be opened ({}). Stop "
                            + "the bot to use them",
                    path,
                    failed.toString());
            close();
        }
    }

    private void listen(ServerSocketChannel opened) {
        try {
            while (true) {
                var visitor = opened.accept();
                if (visitors.size() >= MOST_VISITORS || !mayEnter(visitor)) {
                    visitor.close();
                } else {
                    visitors.add(visitor);
                    start("ledger-visitor", () -> serve(visitor));
                }
            }
        } catch (ClosedChannelException closed) {
            LOG.debug("The ledger's socket is closed");
        } catch (IOException broken) {
            LOG.warn("The ledger's socket failed; restart the bot to use the audit commands beside it", broken);
        }
    }

    /** Admits the user of this process, by the kernel's report, and root, who may read its files anyway. */
    private boolean mayEnter(SocketChannel visitor) throws IOException {
        if (path == null || !visitor.supportedOptions().contains(ExtendedSocketOptions.SO_PEERCRED)) {
            return path != null; // only the permissions of the file or its folder protect it
        }
        var who = visitor.getOption(ExtendedSocketOptions.SO_PEERCRED).user();
        return who.equals(Files.getOwner(path)) || who.getName().equals("root");
    }

    private void serve(SocketChannel visitor) {
        try (visitor;
                var asked = new BufferedReader(Channels.newReader(visitor, StandardCharsets.UTF_8));
                var answer = new BufferedWriter(Channels.newWriter(visitor, StandardCharsets.UTF_8))) {
            answer(String.valueOf(asked.readLine()), answer);
        } catch (IOException gone) {
            LOG.debug("An audit command disconnected while reading the ledger", gone);
        } catch (RuntimeException failed) {
            LOG.warn("The ledger could not be read for an audit command, which says so", failed);
        } finally {
            visitors.remove(visitor);
        }
    }

    private void answer(String asked, BufferedWriter answer) throws IOException {
        if (asked.equals(HEAD)) {
            answer.write(rows.head() + "\n");
        } else if (asked.equals(ROWS)) {
            answer.write(rows.noted() + "\n");
            var lines = new LineWriter(answer);
            rows.each(row -> lines.write(LedgerJson.write(row)));
            lines.write(END);
        }
    }

    private static void start(String name, Runnable work) {
        var thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public synchronized void close() {
        try {
            if (listener != null) {
                listener.close();
                listener = null;
                Files.deleteIfExists(Objects.requireNonNull(path));
            }
            for (var visitor : visitors) {
                visitor.close();
            }
        } catch (IOException failed) {
            LOG.debug("The ledger's socket was not closed cleanly", failed);
        }
    }

    /** Writes lines where no checked failure can be thrown. */
    private record LineWriter(Writer to) {
        void write(String line) {
            try {
                to.write(line + "\n");
            } catch (IOException gone) {
                throw new UncheckedIOException(gone);
            }
        }
    }
}
