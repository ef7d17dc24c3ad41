package dev.signalman.benchmark;

import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/** Keeps connections busy for a while; each sends as soon as its last request is answered. */
final class LoadGenerator {
    /** Number of simultaneous people. */
    static final int CONNECTIONS = 16;

    private LoadGenerator() {}

    /** The work of one connection, repeated. */
    interface Exchange {
        /** Returns false for an unexpected answer. */
        boolean once(KeptConnection connection) throws Exception;
    }

    /** Creates a connection's work; called once per connection. */
    interface Traffic {
        Exchange connection(int number);
    }

    /** Successful and failed exchanges, and the time. */
    record Result(long good, long bad, Duration took) {
        double perSecond() {
            return good * 1e9 / took.toNanos();
        }

        Result plus(Result other) {
            return new Result(good + other.good, bad + other.bad, took);
        }
    }

    static Result on(int port, Duration length, Traffic traffic) throws InterruptedException {
        long began = System.nanoTime();
        long end = began + length.toNanos();
        var connections = new ArrayList<Callable<Result>>();
        for (int n = 0; n < CONNECTIONS; n++) {
            var exchange = traffic.connection(n);
            connections.add(() -> until(end, port, exchange));
        }
        var threads = Executors.newFixedThreadPool(CONNECTIONS);
        try {
            var sum = new Result(0, 0, Duration.ZERO);
            for (var each : threads.invokeAll(connections)) {
                sum = sum.plus(each.get());
            }
            return new Result(sum.good(), sum.bad(), Duration.ofNanos(System.nanoTime() - began));
        } catch (ExecutionException broken) {
            throw new IllegalStateException("The load broke off", broken.getCause());
        } finally {
            threads.shutdown();
        }
    }

    private static Result until(long end, int port, Exchange exchange) throws Exception {
        long good = 0;
        long bad = 0;
        try (var connection = new KeptConnection(port)) {
            while (System.nanoTime() < end) {
                if (exchange.once(connection)) {
                    good++;
                } else {
                    bad++;
                }
            }
        }
        return new Result(good, bad, Duration.ZERO);
    }
}
