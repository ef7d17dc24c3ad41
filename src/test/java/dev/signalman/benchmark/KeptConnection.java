package dev.signalman.benchmark;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Locale;

/** A kept-alive connection to this machine, with minimal HTTP, so the load itself costs little. */
final class KeptConnection implements AutoCloseable {
    private static final int LONGEST_MILLIS = 10_000;

    private final Socket socket;
    private final InputStream in;

    KeptConnection(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(LONGEST_MILLIS);
        in = new BufferedInputStream(socket.getInputStream());
    }

    /** Sends a whole request and reads the whole answer; returns its status. */
    int exchange(byte[] request) throws IOException {
        socket.getOutputStream().write(request);
        var status = Integer.parseInt(line().split(" ", 3)[1]);
        int length = 0;
        for (var line = line(); !line.isEmpty(); line = line()) {
            var header = line.toLowerCase(Locale.ROOT);
            if (header.startsWith("content-length:")) {
                length = Integer.parseInt(
                        header.substring("content-length:".length()).strip());
            } else if (header.startsWith("transfer-encoding:")) {
                throw new IOException("Answers of unknown length are not read here");
            }
        }
        in.skipNBytes(length);
        return status;
    }

    private String line() throws IOException {
        var line = new StringBuilder(64);
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException();
            }
            line.append((char) c);
        }
        return line.isEmpty() ? "" : line.substring(0, line.length() - 1);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
