package dev.signalman.semaphore.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server that starts each answer with the same words and then falls silent without closing. */
final class SilentServer implements AutoCloseable {
    private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final List<Socket> connections = new CopyOnWriteArrayList<>();

    SilentServer(String words) throws IOException {
        var thread = new Thread(() -> accept(words), "silent-server");
        thread.setDaemon(true);
        thread.start();
    }

    String address() {
        return "http://localhost:" + server.getLocalPort();
    }

    int connections() {
        return connections.size();
    }

    private void accept(String words) {
        while (!server.isClosed()) {
            try {
                var connection = server.accept();
                connections.add(connection);
                if (connection.getInputStream().read() >= 0) {
                    connection.getOutputStream().write(words.getBytes(StandardCharsets.UTF_8));
                }
            } catch (IOException closed) {
                return;
            }
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (var connection : connections) {
            connection.close();
        }
    }
}
