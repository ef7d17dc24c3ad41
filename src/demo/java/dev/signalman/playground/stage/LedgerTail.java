package dev.signalman.playground.stage;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the ledger of the running bot, as {@code audit} on the command line does. */
public final class LedgerTail {
    private static final String END = "end";

    private final Path socket;

    /** A reader of the ledger behind the bot's Unix socket at {@code socket}. */
    public LedgerTail(Path socket) {
        this.socket = socket;
    }

    /** Each row as a line of JSON, lowest first; empty when no bot answers. */
    public Optional<List<String>> rows() {
        try (var channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.connect(UnixDomainSocketAddress.of(socket));
            var question = ByteBuffer.wrap("rows\n".getBytes(StandardCharsets.US_ASCII));
            while (question.hasRemaining()) {
                channel.write(question);
            }
            return rows(new BufferedReader(Channels.newReader(channel, StandardCharsets.UTF_8)));
        } catch (IOException | UnsupportedOperationException dead) {
            return Optional.empty();
        }
    }

    private static Optional<List<String>> rows(BufferedReader answer) throws IOException {
        answer.readLine(); // the head
        var rows = new ArrayList<String>();
        for (var line = answer.readLine(); line != null; line = answer.readLine()) {
            if (line.equals(END)) {
                return Optional.of(rows);
            }
            rows.add(line);
        }
        return Optional.empty(); // it broke off
    }
}
