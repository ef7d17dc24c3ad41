package dev.signalman.kill;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Holds calls to Semaphore up, and counts them. */
final class Gate extends CountDownLatch {
    private final AtomicInteger arrived = new AtomicInteger();

    Gate() {
        super(1);
    }

    /** How many calls came to it. */
    int arrived() {
        return arrived.get();
    }

    void open() {
        countDown();
    }

    @Override
    public boolean await(long timeout, TimeUnit unit) throws InterruptedException {
        arrived.incrementAndGet();
        return super.await(timeout, unit);
    }
}
