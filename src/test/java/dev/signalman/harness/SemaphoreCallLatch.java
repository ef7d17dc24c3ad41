package dev.signalman.harness;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Holds calls to Semaphore, and counts them. */
public final class SemaphoreCallLatch extends CountDownLatch {
    private final AtomicInteger arrived = new AtomicInteger();

    public SemaphoreCallLatch() {
        super(1);
    }

    /** Number of held calls. */
    public int arrived() {
        return arrived.get();
    }

    public void open() {
        countDown();
    }

    @Override
    public boolean await(long timeout, TimeUnit unit) throws InterruptedException {
        arrived.incrementAndGet();
        return super.await(timeout, unit);
    }
}
