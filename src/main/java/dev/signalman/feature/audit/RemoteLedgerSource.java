package dev.signalman.feature.audit;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The ledger of a running bot, read through its {@link LedgerSocket} and verified here. */
final class RemoteLedgerSource implements LedgerSource {
    private final Path socket;

    RemoteLedgerSource(Path socket) {
        this.socket = socket;
    }

    @Override
    public LedgerHead head() throws IOException {
        try (var answer = ask(LedgerSocket.HEAD)) {
            return LedgerHead.read(next(answer));
        } catch (IllegalArgumentException unreadable) {
            throw new IOException("what answers there isn't a ledger", unreadable);
        }
    }

    @Override
    public void each(Consumer<LedgerRow> taker) throws IOException {
        try (var answer = ask(LedgerSocket.ROWS)) {
            next(answer);
            rows(answer, taker);
        }
    }

    @Override
    public LedgerVerdict verify(LedgerHasher ledgerHasher, @Nullable LedgerHead kept) throws IOException {
        try (var answer = ask(LedgerSocket.ROWS)) {
            var ledgerVerifier = new LedgerVerifier(ledgerHasher, kept, LedgerHead.read(next(answer)));
            rows(answer, ledgerVerifier::take);
            return ledgerVerifier.end();
        }
    }

    private BufferedReader ask(String what) throws IOException {
        var channel = SocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            channel.connect(UnixDomainSocketAddress.of(socket));
            var question = ByteBuffer.wrap((what + "\n").getBytes(StandardCharsets.US_ASCII));
            while (question.hasRemaining()) {
                channel.write(question);
            }
            return new BufferedReader(Channels.newReader(channel, StandardCharsets.UTF_8));
        } catch (IOException failed) {
            channel.close();
            throw failed;
        }
    }

    private static void rows(BufferedReader answer, Consumer<LedgerRow> taker) throws IOException {
        for (var line = next(answer); !line.equals(LedgerSocket.END); line = next(answer)) {
            taker.accept(LedgerJson.read(line));
        }
    }

    /** Fails on a truncated answer, which would look like a shorter ledger. */
    private static String next(BufferedReader answer) throws IOException {
        var line = answer.readLine();
        if (line == null) {
            throw new EOFException("the answer was cut off");
        }
        return line;
    }

    @Override
    public void close() {
        // each request has its own connection
    }
}
