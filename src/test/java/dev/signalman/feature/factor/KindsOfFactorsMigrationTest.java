package dev.signalman.feature.factor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.crypto.tink.util.Bytes;
import dev.signalman.command.Factor.Kind;
import dev.signalman.feature.factor.FactorStore.OfferedFactor;
import dev.signalman.storage.Database;
import dev.signalman.storage.OnEachDatabase;
import dev.signalman.storage.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Apps that were set up before there were passkeys stay, with those who vouched for them, on every database. */
@OnEachDatabase
class KindsOfFactorsMigrationTest {
    private static final Instant NOW = Instant.parse("2026-12-01T10:00:00Z");

    private final Database database;

    KindsOfFactorsMigrationTest(TestDatabase kind) {
        database = kind.open(FactorModule.MIGRATIONS);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private static void runs(Handle handle, String script) {
        try (var stream = FactorModule.class.getResourceAsStream("migrations/" + script)) {
            var sql = new String(Objects.requireNonNull(stream, script).readAllBytes(), StandardCharsets.UTF_8);
            handle.createScript(sql).execute();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Test
    void anAppStaysAndAPasskeyStandsBesideIt() {
        database.jdbi().useHandle(handle -> {
            for (var table :
                    new String[] {"passkey_page", "factor_voucher", "second_factor", "offered_factor", "spent_code"}) {
                handle.execute("DROP TABLE " + table);
            }
            runs(handle, "V202612011645__second_factor.sql");
            handle.execute(
                    "INSERT INTO second_factor (id, user_id, sealed, set_up_at, counts_at, wrong) VALUES (?, ?, ?, ?, ?, 3)",
                    "app",
                    "U0BOB",
                    new byte[] {1, 2},
                    NOW,
                    NOW);
            handle.execute(
                    "INSERT INTO factor_voucher (factor_id, user_id, vouched_at) VALUES (?, ?, ?)",
                    "app",
                    "U0CAROL",
                    NOW);
            runs(handle, "V202612012001__passkeys.sql");
        });
        var store = new FactorStore(database.jdbi(), InstantSource.fixed(NOW));
        assertThat(store.of("U0BOB")).singleElement().satisfies(factor -> {
            assertThat(factor.kind()).isEqualTo(Kind.CODE);
            assertThat(factor.sealed()).isEqualTo(Bytes.copyFrom(new byte[] {1, 2}));
            assertThat(factor.wrong()).isEqualTo(3);
        });
        assertThat(store.vouchers("app")).containsExactly("U0CAROL");

        var passkey = new OfferedFactor("passkey", Kind.PASSKEY, Bytes.copyFrom(new byte[] {3}), "hash", 7);
        store.offer("U0BOB", passkey);
        assertThat(store.offered("U0BOB")).contains(passkey);
        database.jdbi().useTransaction(store.settingUp("U0BOB", passkey, NOW)::write);
        assertThat(store.of("U0BOB"))
                .extracting(FactorStore.StoredFactor::kind)
                .containsExactly(Kind.CODE, Kind.PASSKEY);
        assertThat(store.of("U0BOB", Kind.PASSKEY).orElseThrow().uses()).isEqualTo(7);

        database.jdbi().useTransaction(store.removing("U0BOB", Kind.CODE)::write);
        assertThat(store.of("U0BOB")).extracting(FactorStore.StoredFactor::kind).containsExactly(Kind.PASSKEY);
        assertThat(store.vouchers("app")).as("goes with its factor").isEmpty();
    }
}
