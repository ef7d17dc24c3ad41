package dev.signalman.storage;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.sql.SQLException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.RandomAccessStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the file of the embedded database small while it is open. Each commit writes a new chunk, and the chunks before it hold less
 * and less that is still in use. H2 compacts them in a thread of its own, but has that thread only where commits are written late
 * ({@code FileStore.setAutoCommitDelay}). With {@code WRITE_DELAY=0} a commit is written at once and survives a kill
 * ({@code TransactionStore.commit}), and nothing is ever compacted. So the same is done from here: chunks of which little is in use are
 * written anew, and those at the end of the file are moved to where room is. A round holds commits up for as long as it takes to copy a
 * few megabytes.
 */
final class FileCompaction implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FileCompaction.class);
    private static final long EVERY_MILLIS = 1000;

    /** Less is not worth the trouble. */
    private static final long SMALL = 4L << 20;

    /** Per cent of chunks that are in use, and of the file that holds chunks; both together keep half of the file in use. */
    private static final int ENOUGH_IN_USE = 70;

    private static final int ENOUGH_FRUITLESS = 10;

    /** When less than that is in use, much was written at once, and much is done about it at once. */
    private static final int LITTLE_IN_USE = 25;

    /** What a round writes anew is itself waste a few seconds later, so it is little as long as that is enough. */
    private static final int SOME = 512 << 10;

    private static final int MUCH = 8 << 20;
    private static final long MOST_MOVED = 16L << 20;

    private final MVStore store;
    private final RandomAccessStore file;
    private final FileVersion mark;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(FileCompaction::thread);
    private long noted = -1;
    private long written = -1;
    private long smallest = Long.MAX_VALUE;
    private int fruitless;

    private FileCompaction(MVStore store, RandomAccessStore file, FileVersion mark) {
        this.store = store;
        this.file = file;
        this.mark = mark;
    }

    private static Thread thread(Runnable work) {
        var thread = new Thread(work, "compaction");
        thread.setDaemon(true);
        return thread;
    }

    /** Begins. */
    static FileCompaction of(HikariDataSource pool, FileVersion mark) throws SQLException {
        try (var connection = pool.getConnection()) {
            var store = FileVersion.store(connection.unwrap(JdbcConnection.class));
            var compaction = new FileCompaction(store, (RandomAccessStore) store.getFileStore(), mark);
            var unused = compaction.timer.scheduleWithFixedDelay(
                    compaction::round, EVERY_MILLIS, EVERY_MILLIS, TimeUnit.MILLISECONDS);
            return compaction;
        }
    }

    private void round() {
        try {
            if (store.isClosed()) {
                return;
            }
            note();
            if (file.size() > SMALL) {
                compact();
            }
        } catch (MVStoreException | IllegalStateException | IOException failed) {
            LOG.warn("The file of the database could not be looked after; it is tried again", failed);
        }
    }

    private void note() throws IOException {
        long version = store.getCurrentVersion();
        if (version != noted) {
            store.sync(); // what a power cut would bring back is overwritten only when what is newer is on the disk
            mark.note(version);
            noted = version;
        }
    }

    private void compact() {
        if (file.getWriteCount() != written) {
            fruitless = 0;
            smallest = Long.MAX_VALUE;
        }
        if (fruitless == ENOUGH_FRUITLESS) {
            return; // nobody wrote anything, and each round only writes the same anew
        }
        if (store.compact(ENOUGH_IN_USE, file.getChunksFillRate() < LITTLE_IN_USE ? MUCH : SOME)) {
            store.commit();
        }
        if (file.getFillRate() < ENOUGH_IN_USE) {
            file.compactMoveChunks(ENOUGH_IN_USE, MOST_MOVED, store);
        }
        fruitless = file.size() < smallest ? 0 : fruitless + 1;
        smallest = Math.min(smallest, file.size());
        written = file.getWriteCount();
    }

    /** Ends, after a round that runs. */
    @Override
    public void close() {
        timer.shutdown();
        try {
            if (timer.awaitTermination(10, TimeUnit.SECONDS) && !store.isClosed()) {
                note();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (MVStoreException | IOException failed) {
            LOG.warn("How far the file of the database has come could not be noted", failed);
        }
    }
}
