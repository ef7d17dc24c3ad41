package dev.signalman.web;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Somebody who opens a connection and says next to nothing. */
public final class SlowSocket implements AutoCloseable {
    private final Socket socket;

    private SlowSocket(int port) throws IOException {
        this.socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
    }

    /** One that never says a word. */
    public static SlowSocket idle(int port) throws IOException {
        return new SlowSocket(port);
    }

    /** One that begins to post a body of a thousand bytes, and sends the first. */
    public static SlowSocket posting(int port, String path) throws IOException {
        var slow = new SlowSocket(port);
        slow.send("POST " + path + " HTTP/1.1\r\nHost: here\r\nContent-Length: 1000\r\n\r\nx");
        return slow;
    }

    /** One that begins with its headers, and never ends them. */
    public static SlowSocket dallying(int port, String path) throws IOException {
        var slow = new SlowSocket(port);
        slow.send("POST " + path + " HTTP/1.1\r\nHost: here\r\nX-Dally: ");
        return slow;
    }

    private void send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }

    /** Sends one byte more; whether the server has had enough, and closed the connection. */
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

    /** The first line that the server says; it is waited for. */
    public String answer() throws IOException {
        socket.setSoTimeout(20_000);
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII)).readLine();
    }

    /** Whether the server has closed the connection, without a word more from here. */
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

    /** Waits for the end of what the server says, no longer than the socket's patience. */
    private boolean ended() throws IOException {
        while (socket.getInputStream().read() >= 0) {
            // an answer, which is not what is asked about
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
