package dev.signalman.storage;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A proxy that a test can silence: connections stay, but no data passes. */
public final class SeverableConnection implements AutoCloseable {
    private final ServerSocket listener;
    private final int serverPort;
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private volatile boolean silent;

    /** Forwards to a port of this machine. */
    public SeverableConnection(int serverPort) throws IOException {
        this.serverPort = serverPort;
        this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        run(this::accept);
    }

    /** The proxy's port. */
    public int port() {
        return listener.getLocalPort();
    }

    /** Stops or resumes the data. */
    public void silence(boolean silence) {
        silent = silence;
    }

    private void accept() throws IOException {
        while (true) {
            var near = listener.accept();
            var far = new Socket(InetAddress.getLoopbackAddress(), serverPort);
            sockets.addAll(List.of(near, far));
            run(() -> copy(near, far));
            run(() -> copy(far, near));
        }
    }

    private void copy(Socket from, Socket to) throws IOException {
        var buffer = new byte[8192];
        int length;
        while ((length = from.getInputStream().read(buffer)) >= 0) {
            if (!silent) {
                to.getOutputStream().write(buffer, 0, length);
            }
        }
        to.close();
    }

    private interface Task {
        void run() throws IOException;
    }

    private static void run(Task task) {
        var thread = new Thread(() -> {
            try {
                task.run();
            } catch (IOException closed) {
                Thread.currentThread().interrupt(); // closing ends the threads
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        listener.close();
        for (var socket : sockets) {
            socket.close();
        }
    }
}
