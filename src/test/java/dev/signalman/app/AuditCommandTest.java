package dev.signalman.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import dev.signalman.dispatch.ActResult;
import dev.signalman.dispatch.Ledger;
import dev.signalman.dispatch.LedgerEntry;
import dev.signalman.domain.Actor;
import dev.signalman.domain.Place;
import dev.signalman.feature.audit.AuditModule;
import dev.signalman.keyring.EncryptionKey;
import dev.signalman.keyring.Keyring;
import dev.signalman.storage.Database;
import dev.signalman.storage.DatabaseAddress;
import dev.signalman.storage.DatabaseOpenResult;
import dev.signalman.storage.TestDatabase;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** The ledger on the command line: what is printed, and the exit code. */
@Tag("long")
final class AuditCommandTest {
    private static final String KEY = "a2V5LW9mLXRoaXJ0eS10d28tYnl0ZXMtc2VjcmV0ISE=";
    private static final String OTHER = KEY.replace('a', 'b');

    private final DatabaseAddress address = TestDatabase.POSTGRES.fresh();
    private final Map<String, String> environment = new HashMap<>(Map.of("DATABASE_URL", address.jdbcUrl()));
    private String out = "";
    private String err = "";

    private int audit(String... arguments) {
        var printed = new StringWriter();
        var complained = new StringWriter();
        int code = new CommandLine(new AuditCommand(environment))
                .setOut(new PrintWriter(printed, true))
                .setErr(new PrintWriter(complained, true))
                .execute(arguments);
        out = printed.toString();
        err = complained.toString();
        assertThat(out + err).doesNotContain(KEY, OTHER, "\tat ");
        return code;
    }

    private void bot(@Nullable String key, String... lines) {
        var keyring = key == null ? Keyring.EMPTY : new Keyring(EncryptionKey.read(key), List.of());
        try (var database = Database.open(address, List.of(AuditModule.MIGRATIONS))) {
            var ledger = Guice.createInjector(new AuditModule(keyring), new AbstractModule() {
                        @Override
                        protected void configure() {
                            bind(Jdbi.class).toInstance(database.jdbi());
                            bind(Database.class).toInstance(database);
                            bind(DatabaseOpenResult.class).toInstance(new DatabaseOpenResult.Open(database));
                            bind(DatabaseAddress.class).toInstance(address);
                            bind(InstantSource.class).toInstance(InstantSource.system());
                        }
                    })
                    .getInstance(Ledger.class);
            for (var line : lines) {
                var entry = LedgerEntry.act(
                        new Actor("U0ALICE", "Älice", null),
                        Place.channel("C0DEPLOYS"),
                        line,
                        null,
                        ActResult.State.DONE,
                        "Done");
                database.jdbi().useTransaction(handle -> ledger.append(handle, List.of(entry)));
            }
        }
    }

    private void sql(String sql) {
        try (var database = Database.look(address)) {
            database.jdbi().useHandle(handle -> assertThat(handle.execute(sql)).isPositive());
        }
    }

    private String head() {
        assertThat(audit("head")).isZero();
        return out.strip();
    }

    @Test
    void aSoundLedgerIsToldWithItsKeyItsEndAndWhatThatDoesNotProve() {
        environment.put("SIGNALMAN_ENCRYPTION_KEY", KEY);
        bot(KEY, "run web", "rerun web");
        var head = head();
        assertThat(head).matches("2:[0-9a-f]{64}");
        assertThat(audit("verify")).isZero();
        assertThat(out)
                .contains("The ledger is intact: 2 rows.")
                .containsPattern("Rows 1 to 2 were chained with the key [0-9a-f]{8}\\.")
                .contains("It ends at " + head + ".")
                .contains("Rows removed from the end can't be detected by this. Keep what \"audit head\" prints "
                        + "elsewhere, and pass it to \"audit verify --head\".")
                .doesNotContain("Without a key");
        assertThat(audit("verify", "--head", head)).isZero();
        assertThat(out)
                .doesNotContain("Rows removed from the end can't be detected by this. Keep what \"audit head\" prints "
                        + "elsewhere, and pass it to \"audit verify --head\".");
        assertThat(audit("verify", "--head=" + head.toUpperCase(java.util.Locale.ROOT)))
                .isZero();
    }

    @Test
    void anAlteredRowIsNamedAndTheExitCodeIsOne() {
        environment.put("SIGNALMAN_ENCRYPTION_KEY", KEY);
        bot(KEY, "run web", "rerun web", "stop web");
        sql("update ledger set line = 'run api' where number = 2");
        assertThat(audit("verify")).isOne();
        assertThat(out).contains("The ledger is not intact:").contains("  Row 2 was altered");
        assertThat(err).isEmpty();
    }

    @Test
    void aCutTailIsFoundByAHead() {
        bot(null, "run web", "rerun web");
        var head = head();
        sql("delete from ledger where number = 2");
        sql("update ledger_head set number = 1, hash = (select hash from ledger)");
        assertThat(audit("verify")).isZero();
        assertThat(out)
                .contains("1 row.")
                .contains("Row 1 was chained without a key.")
                .contains("Without a key at the end, this only proves that no single row was changed: anyone who can "
                        + "write to the database could rewrite them all.");
        assertThat(audit("verify", "--head", head)).isOne();
        assertThat(out).contains("Row 2 is cut off: the ledger once had 2 rows.");
    }

    @Test
    void anotherKeyVerifiesNothingUnlessTheOldOneIsGiven() {
        bot(KEY, "run web");
        bot(OTHER, "rerun web");
        environment.put("SIGNALMAN_ENCRYPTION_KEY", OTHER);
        assertThat(audit("verify")).isOne();
        assertThat(out)
                .containsPattern(
                        "Row 1 was signed with key [0-9a-f]{8}, which isn't configured, so it and others can't be "
                                + "verified. Set that key as SIGNALMAN_ENCRYPTION_KEY, or add it to "
                                + "SIGNALMAN_OLD_ENCRYPTION_KEYS.");
        environment.put("SIGNALMAN_OLD_ENCRYPTION_KEYS", KEY);
        assertThat(audit("verify")).isZero();
        environment.put("SIGNALMAN_ENCRYPTION_KEY", "no-key");
        assertThat(audit("verify")).isOne();
        assertThat(err).contains("SIGNALMAN_ENCRYPTION_KEY: must be 32 random bytes in base64");
    }

    @Test
    void rowsFromBeforeAKeyWasSetAreAdoptedOnceWithAHeadThatWasKept() {
        bot(null, "run web", "rerun web");
        var head = head();
        environment.put("SIGNALMAN_ENCRYPTION_KEY", KEY);
        assertThat(audit("verify")).isOne();
        assertThat(out).contains("audit adopt --head <n:hash>");
        assertThat(audit("adopt", "--head", "2:" + "a".repeat(64))).isOne();
        assertThat(out)
                .contains(
                        "Row 2 doesn't match the head that you kept: it, or rows before it, were rewritten.",
                        "Nothing was adopted");
        assertThat(audit("adopt", "--head", head)).isZero();
        assertThat(out)
                .contains("and the earlier rows without a key are now vouched for by row 3")
                .doesNotContain("Nothing was adopted");
        bot(KEY, "stop web");
        assertThat(audit("verify")).isZero();
        assertThat(out).contains("The ledger is intact: 4 rows");
        assertThat(audit("adopt", "--head", head)).isZero();
        assertThat(out).contains("There is nothing to adopt", "Nothing was written");
        assertThat(audit("export")).isZero();
        assertThat(out.lines())
                .hasSize(4)
                .anySatisfy(line ->
                        assertThat(line).contains("\"kind\":\"adoption\"", "\"line\":\"audit adopt --head " + head));
    }

    @Test
    void nothingIsAdoptedWithoutAKeyOrAHead() {
        bot(null, "run web");
        var head = head();
        assertThat(audit("adopt", "--head", head)).isOne();
        assertThat(out)
                .contains("Nothing was adopted: set SIGNALMAN_ENCRYPTION_KEY, which signs the row that vouches.");
        assertThat(audit("adopt")).isEqualTo(2);
        assertThat(audit("adopt", "--head", "12")).isEqualTo(2);
        assertThat(head()).isEqualTo(head);
    }

    @Test
    void everyRowIsALineOfJsonInAscii() throws Exception {
        bot(null, "run web", "promote production web because \"it\nmust\"");
        assertThat(audit("export")).isZero();
        var lines = out.lines().toList();
        assertThat(lines).hasSize(2);
        assertThat(out).matches("\\p{ASCII}*");
        var row = new JsonMapper().readTree(lines.get(1));
        assertThat(row.get("number").asInt()).isEqualTo(2);
        assertThat(row.get("name").asText()).isEqualTo("Älice");
        assertThat(row.get("line").asText()).isEqualTo("promote production web because \"it\nmust\"");
        assertThat(row.get("outcome").asText()).isEqualTo("done");
        assertThat(row.get("rules").isNull()).isTrue();
        assertThat(row.get("previous").asText())
                .isEqualTo(new JsonMapper().readTree(lines.get(0)).get("hash").asText());
        assertThat("2:" + row.get("hash").asText()).isEqualTo(head());
    }

    @Test
    void anEmptyLedgerIsSoundAndEndsAtNothing() {
        bot(null);
        assertThat(head()).isEqualTo("0:" + "0".repeat(64));
        assertThat(audit("verify")).isZero();
        assertThat(out).contains("0 rows");
        assertThat(audit("export")).isZero();
        assertThat(out).isEmpty();
    }

    @Test
    void whereNoLedgerIsThatIsNoSoundOne() {
        for (var verb : List.of("verify", "export", "head")) {
            assertThat(audit(verb)).isOne();
            assertThat(err)
                    .contains(
                            "Can't read the ledger: its tables are missing or out of date; serve updates them on start");
            assertThat(out).isEmpty();
        }
        environment.put("DATABASE_URL", "postgres://bot:password-in-url@127.0.0.1:1/bot");
        assertThat(audit("verify")).isOne();
        assertThat(err).contains("Can't read the ledger").doesNotContain("password-in-url");
    }

    @Test
    void aWrongCommandLineHasItsOwnExitCode() {
        assertThat(audit()).isEqualTo(2);
        assertThat(audit("verfy")).isEqualTo(2);
        assertThat(audit("verify", "--head", "12")).isEqualTo(2);
        assertThat(err)
                .contains(
                        "\" isn't a ledger head; use what \"audit head\" prints: a number, a colon and 64 hex digits");
        assertThat(audit("head", "--help")).isZero();
        assertThat(audit("verify", "--version")).isZero();
    }
}
