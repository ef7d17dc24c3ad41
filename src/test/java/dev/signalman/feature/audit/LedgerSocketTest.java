package dev.signalman.feature.audit;

import static dev.signalman.feature.audit.SampleLedgerKeys.sealing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalman.harness.LogLines;
import dev.signalman.simulator.SettableClock;
import dev.signalman.storage.Database;
import dev.signalman.storage.DatabaseAddress;
import java.io.EOFException;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ledger of a bot that holds the embedded database can be read from outside. */
final class LedgerSocketTest {
    private static final LedgerHasher SEALING = sealing(1);

    private DatabaseAddress address;
    private Database database;
    private LedgerSocket ledgerSocket;
    private Path socket;
    private RemoteLedgerSource distant;

    @BeforeEach
    void start(@TempDir Path folder) {
        address = DatabaseAddress.file(folder.resolve("signalman").toString());
        database = Database.open(address, List.of(AuditModule.MIGRATIONS));
        var writer = new JdbiLedger(SEALING, new SettableClock(Instant.EPOCH));
        var entries = IntStream.rangeClosed(1, 1203)
                .mapToObj(n -> SampleEntries.done("run " + n + " \u2192 \ud83d\ude80"))
                .toList();
        database.jdbi().useTransaction(handle -> writer.append(handle, entries));
        ledgerSocket = new LedgerSocket(new LedgerReader(database.jdbi()), address);
        socket = Objects.requireNonNull(address.beside(LedgerSocket.ENDING));
        distant = new RemoteLedgerSource(socket);
    }

    @AfterEach
    void end() {
        ledgerSocket.close();
        database.close();
    }

    @Test
    void whatIsReadThroughItIsWhatStandsThere() throws IOException {
        ledgerSocket.open();
        var near = new DatabaseLedgerSource(database);
        assertThat(distant.head()).isEqualTo(near.head());
        var read = new ArrayList<LedgerRow>();
        distant.each(read::add);
        var stored = new ArrayList<LedgerRow>();
        near.each(stored::add);
        assertThat(read).hasSize(1203).isEqualTo(stored);
        assertThat(distant.verify(SEALING, near.head()).faults()).isEmpty();
        database.jdbi().useHandle(handle -> handle.execute("delete from ledger where number = 1203"));
        assertThat(distant.verify(SEALING, null).faults())
                .extracting(LedgerVerdict.Fault::number)
                .containsExactly(1203L);
    }

    @Test
    void theUserWhoRunsTheBotAloneMayConnect() throws IOException {
        ledgerSocket.open();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(socket)))
                .isEqualTo("rw-------");
    }

    @Test
    void itIsGoneWhenTheBotEndsAndOpensAgainAfterAKill() throws IOException {
        ledgerSocket.open();
        ledgerSocket.close();
        assertThat(Files.exists(socket)).isFalse();
        assertThatThrownBy(() -> distant.head()).isInstanceOf(IOException.class);

        var killed = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        killed.bind(UnixDomainSocketAddress.of(socket));
        killed.close();
        assertThat(Files.exists(socket))
                .as("a killed process leaves its socket")
                .isTrue();
        ledgerSocket.open();
        assertThat(distant.head().number()).isEqualTo(1203);
    }

    @Test
    void whateverElseIsAskedIsNotAnswered() throws IOException {
        ledgerSocket.open();
        try (var channel = java.nio.channels.SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
            channel.write(ByteBuffer.wrap("delete\n".getBytes(StandardCharsets.US_ASCII)));
            assertThat(channel.read(ByteBuffer.allocate(10))).isEqualTo(-1);
        }
        assertThat(distant.head().number()).isEqualTo(1203);
    }

    @Test
    void anAnswerThatBreaksOffIsNotTakenForAShorterLedger() throws Exception {
        var head = new DatabaseLedgerSource(database).head();
        try (var broken = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            broken.bind(UnixDomainSocketAddress.of(socket));
            var answering = new Thread(() -> {
                try (var visitor = broken.accept()) {
                    visitor.read(ByteBuffer.allocate(100));
                    visitor.write(ByteBuffer.wrap(
                            ("0:" + LedgerHead.EMPTY.hash() + "\n").getBytes(StandardCharsets.US_ASCII)));
                } catch (IOException gone) {
                    throw new IllegalStateException(gone);
                }
            });
            answering.start();
            assertThatThrownBy(() -> distant.verify(SEALING, head)).isInstanceOf(EOFException.class);
            answering.join();
        }
    }

    @Test
    void whereItCannotBeOpenedTheLogSaysSoAndTheBotRuns(@TempDir Path folder) {
        var deep = DatabaseAddress.file(folder.resolve("x".repeat(120)).toString());
        try (var log = new LogLines();
                var other = new LedgerSocket(new LedgerReader(database.jdbi()), deep)) {
            other.open();
            assertThat(log.all())
                    .anyMatch(line -> line.contains("The audit commands can't read the ledger while the bot runs: "));
        }
    }

    @Test
    void aDatabaseThatSeveralMayOpenNeedsNone() {
        var memory = DatabaseAddress.memory("no-socket");
        assertThat(memory.beside(LedgerSocket.ENDING)).isNull();
        new LedgerSocket(new LedgerReader(database.jdbi()), memory).open();
        assertThat(Files.exists(socket)).isFalse();
    }
}
