package dev.signalman.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import org.h2.store.fs.FileBaseDefault;
import org.h2.store.fs.FilePathWrapper;
import org.jspecify.annotations.Nullable;

/**
 * A file system for H2 that never writes to a file again after a write failed, until the file is opened anew. H2 does
 * not stop by itself: it closes a file that it cannot write, say on a full disk, but threads that wait to commit still
 * write until the file is closed ({@code MVStore.unlockAndCheckPanicCondition} unlocks first). What they write refers to
 * the chunk that was lost, and may overwrite chunks that the last good version needs. The next opening then falls back
 * to an older version, and rows whose commit had succeeded are gone. H2 creates instances by reflection.
 */
public final class FailStopFilePath extends FilePathWrapper {
    static final String SCHEME = "failstop";

    @Override
    public String getScheme() {
        return SCHEME;
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        return new FailStopChannel(getBase().open(mode));
    }

    /**
     * Reads on after a failed write, so that H2 can close in order. Reads and writes name their position, so they need no
     * lock; H2's own files have none either.
     */
    @SuppressWarnings("UnsynchronizedOverridesSynchronized")
    private static final class FailStopChannel extends FileBaseDefault {
        private final FileChannel file;
        private volatile @Nullable IOException failure;

        FailStopChannel(FileChannel file) {
            this.file = file;
        }

        @Override
        public int write(ByteBuffer bytes, long position) throws IOException {
            return unlessFailed(() -> file.write(bytes, position));
        }

        @Override
        protected void implTruncate(long size) throws IOException {
            var unused = unlessFailed(() -> file.truncate(size));
        }

        @Override
        public void force(boolean metaData) throws IOException {
            var unused = unlessFailed(() -> {
                file.force(metaData);
                return file;
            });
        }

        private <T> T unlessFailed(Change<T> change) throws IOException {
            var earlier = failure;
            if (earlier != null) {
                throw new IOException("An earlier write failed", earlier);
            }
            try {
                return change.make();
            } catch (IOException failed) {
                failure = failed;
                throw failed;
            }
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
        public FileLock tryLock(long position, long size, boolean shared) throws IOException {
            return file.tryLock(position, size, shared);
        }

        @Override
        protected void implCloseChannel() throws IOException {
            file.close();
        }
    }

    private interface Change<T> {
        T make() throws IOException;
    }
}
