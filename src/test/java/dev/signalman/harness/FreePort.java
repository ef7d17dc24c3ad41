package dev.signalman.harness;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Ports that nobody listens on, for a process that is started later. They lie below those that the system gives to outgoing
 * connections, so none is taken meanwhile, and each is given out once.
 */
public final class FreePort {
    private static final int FIRST = 15_000;
    private static final int COUNT = 17_000;
    private static final AtomicInteger NEXT =
            new AtomicInteger(ThreadLocalRandom.current().nextInt(COUNT));

    private FreePort() {}

    /** Another one at each call. */
    public static int next() {
        for (int tries = 0; tries < COUNT; tries++) {
            var port = FIRST + Math.floorMod(NEXT.getAndIncrement(), COUNT);
            if (isFree(port)) {
                return port;
            }
        }
        throw new IllegalStateException("No port is free");
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket(port)) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
