package dev.signalman.web;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A connection that sends next to nothing. */
public final class SlowSocket implements AutoCloseable {
    private final Socket socket;

    private SlowSocket(int port) throws IOException {
        this.socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
    }

    /** A silent connection. */
    public static SlowSocket idle(int port) throws IOException {
        return new SlowSocket(port);
    }

    /** Starts to post a body of a thousand bytes, and sends the first byte. */
    public static SlowSocket posting(int port, String path) throws IOException {
        var slow = new SlowSocket(port);
        slow.send("POST " + path + " HTTP/1.1\r\nHost: here\r\nContent-Length: 1000\r\n\r\nx");
        return slow;
    }

    /** Starts its headers and never ends them. */
    public static SlowSocket dallying(int port, String path) throws IOException {
        var slow = new SlowSocket(port);
        slow.send("POST " + path + " HTTP/1.1\r\nHost: here\r\nX-Dally: ");
        return slow;
    }

    private void send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }

    /** Sends another byte; returns whether the server has closed the connection. */
    public boolean isCutAfterAnotherByte() {
        try {
            send("x");
            socket.setSoTimeout(50);
            return ended();
        } catch (java.net.SocketTimeoutException open) {
            return false;
        } catch (IOException cut) {
            return true;
        }
    }

    /** Waits for the server's first line. */
    public String answer() throws IOException {
        socket.setSoTimeout(20_000);
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII)).readLine();
    }

    /** Whether the server has closed the connection. */
    public boolean isCut() {
        try {
            socket.setSoTimeout(1);
            return ended();
        } catch (java.net.SocketTimeoutException open) {
            return false;
        } catch (IOException cut) {
            return true;
        }
    }

    /** Waits for the end of the server's output, up to the socket's time-out. */
    private boolean ended() throws IOException {
        while (socket.getInputStream().read() >= 0) {
            // an answer is not the question here
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
