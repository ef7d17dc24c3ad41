package dev.signalman.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.h2.store.fs.FileBaseDefault;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was committed is still there after a write to the embedded database's file failed. */
@Tag("long")
class FailStopFilePathTest {
    private static final int THREADS = 6;
    private static final int FAILED_WRITES = 40;
    private static final int COMMITS_BETWEEN = 60;
    private static final String SETTINGS = ";WRITE_DELAY=0;RETENTION_TIME=1;TRACE_LEVEL_FILE=0;DB_CLOSE_ON_EXIT=FALSE";

    @TempDir
    private Path folder;

    private final Set<Integer> committed = ConcurrentHashMap.newKeySet();
    private final AtomicInteger lastRow = new AtomicInteger();

    @BeforeAll
    static void fileSystems() {
        DatabaseAddress.file("unused");
        FilePath.register(new FlakyFilePath());
    }

    @AfterAll
    static void without() {
        FilePath.unregister(new FlakyFilePath());
    }

    @Test
    void committedRowsOutliveFailedWrites() throws Exception {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            statement.execute("create table kept (id int primary key, words varchar)");
            statement.execute("create table changing (id int primary key, words varchar)");
        }
        for (int failed = 0; failed < FAILED_WRITES; failed++) {
            commitUntilAWriteFails();
            assertThat(rows()).as("after %s failed writes", failed + 1).containsAll(committed);
        }
    }

    private void commitUntilAWriteFails() throws InterruptedException {
        int enough = committed.size() + COMMITS_BETWEEN;
        var threads = Executors.newFixedThreadPool(THREADS);
        for (int n = 0; n < THREADS; n++) {
            threads.execute(() -> {
                try (var connection = connect()) {
                    connection.setAutoCommit(false);
                    while (true) {
                        commit(connection);
                        if (committed.size() > enough) {
                            FlakyFilePath.FAIL.set(true);
                        }
                    }
                } catch (SQLException closed) {
                    // as it should be: the database is closed after a failed write
                }
            });
        }
        threads.shutdown();
        assertThat(threads.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
        FlakyFilePath.FAIL.set(false);
    }

    private void commit(Connection connection) throws SQLException {
        int row = lastRow.incrementAndGet();
        try (var kept = connection.prepareStatement("insert into kept values (?, ?)");
                var changing = connection.prepareStatement("merge into changing values (?, ?)")) {
            kept.setInt(1, row);
            kept.setString(2, "word".repeat(100));
            kept.executeUpdate();
            changing.setInt(1, new Random(row).nextInt(THREADS * 10) * THREADS + row % THREADS);
            changing.setString(2, "word".repeat(300) + row);
            changing.executeUpdate();
        }
        connection.commit();
        committed.add(row);
    }

    private Set<Integer> rows() throws SQLException {
        var rows = new HashSet<Integer>();
        try (var connection = connect();
                var statement = connection.createStatement();
                var result = statement.executeQuery("select id from kept")) {
            while (result.next()) {
                rows.add(result.getInt(1));
            }
        }
        return rows;
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(
                "jdbc:h2:failstop:flaky:async:" + folder.resolve("data") + SETTINGS, "sa", "");
    }

    /** Fails one write whenever it is told to. */
    public static final class FlakyFilePath extends FilePathWrapper {
        static final AtomicBoolean FAIL = new AtomicBoolean();

        @Override
        public String getScheme() {
            return "flaky";
        }

        @Override
        public FileChannel open(String mode) throws IOException {
            return new FlakyChannel(getBase().open(mode));
        }
    }

    @SuppressWarnings("UnsynchronizedOverridesSynchronized") // as H2's own files
    private static final class FlakyChannel extends FileBaseDefault {
        private final FileChannel file;

        FlakyChannel(FileChannel file) {
            this.file = file;
        }

        @Override
        public int write(ByteBuffer bytes, long position) throws IOException {
            if (FlakyFilePath.FAIL.compareAndSet(true, false)) {
                throw new IOException("No space left on device");
            }
            return file.write(bytes, position);
        }

        @Override
        public int read(ByteBuffer bytes, long position) throws IOException {
            return file.read(bytes, position);
        }

        @Override
        public long size() throws IOException {
            return file.size();
        }

        @Override
        protected void implTruncate(long size) throws IOException {
            file.truncate(size);
        }

        @Override
        public void force(boolean metaData) throws IOException {
            file.force(metaData);
        }

        @Override
        public FileLock tryLock(long position, long size, boolean shared) throws IOException {
            return file.tryLock(position, size, shared);
        }

        @Override
        protected void implCloseChannel() throws IOException {
            file.close();
        }
    }
}
