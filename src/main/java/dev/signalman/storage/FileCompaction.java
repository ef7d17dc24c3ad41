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
 * Compacts the embedded database's file while it is open. Each commit writes a new chunk, and older chunks hold less
 * and less live data. H2 compacts in a background thread only when commits are written late
 * ({@code FileStore.setAutoCommitDelay}). With {@code WRITE_DELAY=0} each commit is written at once and survives a kill
 * ({@code TransactionStore.commit}), but nothing is compacted. So this class does the same: it rewrites sparse chunks,
 * and moves chunks from the end of the file into free space. A round blocks commits while it copies a few megabytes. H2
 * closes a file that it cannot write, say on a full disk; once the pool has opened it again, the rounds go on with that.
 */
final class FileCompaction implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FileCompaction.class);
    private static final long EVERY_MILLIS = 1000;

    /** Files below this size are left alone. */
    private static final long SMALL = 4L << 20;

    /** Minimum per cent of live data in chunks, and of chunks in the file; together they keep half of the file live. */
    private static final int ENOUGH_IN_USE = 70;

    private static final int ENOUGH_FRUITLESS = 10;

    /** Below this, much was written at once, and a round copies more. */
    private static final int LITTLE_IN_USE = 25;

    /** Bytes that a round normally rewrites. They are waste themselves a few seconds later, so the number is small. */
    private static final int SOME = 512 << 10;

    private static final int MUCH = 8 << 20;
    private static final long MOST_MOVED = 16L << 20;

    private final HikariDataSource pool;
    private final FileVersion mark;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(FileCompaction::thread);
    private MVStore store;
    private RandomAccessStore file;
    private long noted = -1;
    private long written = -1;
    private long smallest = Long.MAX_VALUE;
    private int fruitless;
    private boolean failing;

    private FileCompaction(HikariDataSource pool, FileVersion mark) throws SQLException {
        this.pool = pool;
        this.mark = mark;
        this.store = opened(pool);
        this.file = (RandomAccessStore) store.getFileStore();
    }

    private static MVStore opened(HikariDataSource pool) throws SQLException {
        try (var connection = pool.getConnection()) {
            return FileVersion.store(connection.unwrap(JdbcConnection.class));
        }
    }

    private static Thread thread(Runnable work) {
        var thread = new Thread(work, "compaction");
        thread.setDaemon(true);
        return thread;
    }

    /** Starts the rounds. */
    static FileCompaction of(HikariDataSource pool, FileVersion mark) throws SQLException {
        var compaction = new FileCompaction(pool, mark);
        var unused = compaction.timer.scheduleWithFixedDelay(
                compaction::round, EVERY_MILLIS, EVERY_MILLIS, TimeUnit.MILLISECONDS);
        return compaction;
    }

    private void round() {
        try {
            if (store.isClosed() && !reopened()) {
                return;
            }
            note();
            if (file.size() > SMALL) {
                compact();
            }
            failing = false;
        } catch (MVStoreException | IllegalStateException | IOException failed) {
            if (!failing) { // on a full disk every round fails
                LOG.warn("The database file could not be compacted; retrying", failed);
            }
            failing = true;
        }
    }

    /** Whether the pool has a connection to the file as it is open now; until then, whoever needs one says so. */
    private boolean reopened() {
        try {
            store = opened(pool);
            file = (RandomAccessStore) store.getFileStore();
            noted = -1;
            written = -1;
            return !store.isClosed();
        } catch (SQLException stillClosed) {
            return false;
        }
    }

    private void note() throws IOException {
        long version = store.getCurrentVersion();
        if (version != noted) {
            store.sync(); // newer data must be on the disk before older data is overwritten, in case of a power cut
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
            return; // nothing was written, and a round would only copy the same data
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

    /** Stops after the running round. */
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
            LOG.warn(
                    "The database file's version could not be recorded, so the next start can't tell an older copy of the file",
                    failed);
        }
    }
}
