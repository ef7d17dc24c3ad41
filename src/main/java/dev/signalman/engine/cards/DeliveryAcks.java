package dev.signalman.engine.cards;

import dev.signalman.engine.timing.NamedThreads;
import dev.signalman.storage.Database;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Records which asides were shown, many per transaction. Nobody waits for it; if the process dies first, an aside is
 * shown twice at worst.
 */
public final class DeliveryAcks {
    private static final Logger LOG = LoggerFactory.getLogger(DeliveryAcks.class);
    private static final int MOST = 200;
    private static final long PAUSE_MILLIS = 1000;

    /**
     * Wait for more acks, since each transaction writes to the disk; short enough that a press finds the card recorded.
     */
    private static final long COMPANY_MILLIS = 50;

    private final Database database;
    private final BlockingQueue<Mark> queue = new LinkedBlockingQueue<>();
    private final Thread writer = NamedThreads.named("marks").newThread(this::write);

    private record Mark(CardRow row, Consumer<String> whenWritten) {}

    @Inject
    DeliveryAcks(Database database) {
        this.database = database;
    }

    public void start() {
        writer.start();
    }

    /** Writes pending acks and ends. */
    public void stop() {
        writer.interrupt();
    }

    public void join(Duration most) throws InterruptedException {
        writer.join(most.toMillis());
    }

    /** Records the aside soon, then calls {@code whenWritten} with its key. */
    void shown(CardRow row, Consumer<String> whenWritten) {
        queue.add(new Mark(row, whenWritten));
    }

    private void write() {
        List<Mark> batch = new ArrayList<>();
        try {
            while (!Thread.currentThread().isInterrupted()) {
                batch.add(queue.take());
                Thread.sleep(COMPANY_MILLIS);
                queue.drainTo(batch, MOST - 1);
                while (!written(batch)) {
                    Thread.sleep(PAUSE_MILLIS);
                }
                batch.clear();
            }
        } catch (InterruptedException stopping) {
            queue.drainTo(batch);
            if (!batch.isEmpty() && !written(batch)) {
                LOG.warn("{} answers may be shown twice", batch.size());
            }
        }
    }

    private boolean written(List<Mark> batch) {
        try {
            database.inTransaction(handle -> {
                var marks = handle.prepareBatch(CardProgressStore.SHOWN + " WHERE card_key = :key");
                for (var mark : batch) {
                    marks.bind("key", mark.row().key())
                            .bind("version", mark.row().wanted())
                            .add();
                }
                return marks.execute();
            });
        } catch (RuntimeException away) {
            LOG.warn("Could not record what was shown; retrying", away);
            return false;
        }
        batch.forEach(mark -> mark.whenWritten().accept(mark.row().key()));
        return true;
    }
}
