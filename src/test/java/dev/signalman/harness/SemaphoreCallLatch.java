package dev.signalman.harness;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Holds calls to Semaphore up, and counts them. */
public final class SemaphoreCallLatch extends CountDownLatch {
    private final AtomicInteger arrived = new AtomicInteger();

    /** A gate that is closed. */
    public SemaphoreCallLatch() {
        super(1);
    }

    /** How many calls came to it. */
    public int arrived() {
        return arrived.get();
    }

    /** Lets all through. */
    public void open() {
        countDown();
    }

    @Override
    public boolean await(long timeout, TimeUnit unit) throws InterruptedException {
        arrived.incrementAndGet();
        return super.await(timeout, unit);
    }
}
