package dev.signalman.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseAddressTest {
    @Test
    void withoutAUrlItIsAFileUnderData() {
        assertThat(DatabaseAddress.read(null).jdbcUrl())
                .startsWith("jdbc:h2:failstop:async:./data/signalman;")
                .contains("WRITE_DELAY=0");
    }

    @Test
    void aPostgresUrlIsTakenApart() {
        assertThat(DatabaseAddress.read("postgres://bot:p%40ss+word@db.example:5433/signalman?sslmode=require"))
                .isEqualTo(new DatabaseAddress(
                        "jdbc:postgresql://db.example:5433/signalman?sslmode=require", "bot", "p@ss+word"));
    }

    @Test
    void aJdbcUrlStaysAsItIsButForTls() {
        assertThat(DatabaseAddress.read("jdbc:postgresql://localhost/signalman?user=bot")
                        .jdbcUrl())
                .isEqualTo("jdbc:postgresql://localhost/signalman?user=bot");
        assertThat(DatabaseAddress.read("jdbc:postgresql://db/signalman?user=bot")
                        .jdbcUrl())
                .isEqualTo("jdbc:postgresql://db/signalman?user=bot&sslmode=require");
    }

    @ParameterizedTest
    @CsvSource({
        "postgres://bot:x@db/s, jdbc:postgresql://db/s?sslmode=require",
        "postgres://bot:x@db/s?sslmode=prefer, jdbc:postgresql://db/s?&sslmode=require",
        "postgres://bot:x@db/s?sslmode=allow&a=b, jdbc:postgresql://db/s?&a=b&sslmode=require",
        "postgres://bot:x@db/s?a=b&ssl=false, jdbc:postgresql://db/s?a=b&&sslmode=require",
        "postgres://bot:x@db/s?sslmode=disable, jdbc:postgresql://db/s?sslmode=disable",
        "postgres://bot:x@db/s?sslmode=verify-full, jdbc:postgresql://db/s?sslmode=verify-full",
        "postgres://bot:x@127.0.0.1.evil.example/s, jdbc:postgresql://127.0.0.1.evil.example/s?sslmode=require",
        "postgres://bot:x@127.0.0.1:5432/s, jdbc:postgresql://127.0.0.1:5432/s",
        "postgres://bot:x@LOCALHOST/s, jdbc:postgresql://LOCALHOST/s",
        "postgres://bot:x@[::1]:5432/s, jdbc:postgresql://[::1]:5432/s",
        "'jdbc:postgresql://localhost,db/s', 'jdbc:postgresql://localhost,db/s?sslmode=require'",
        "jdbc:postgresql:s, jdbc:postgresql:s",
        "jdbc:postgresql://db/s?ssl=true, jdbc:postgresql://db/s?ssl=true",
    })
    void toAnotherMachineItIsEncryptedUnlessTheUrlSaysThatItShallNot(String url, String jdbcUrl) {
        assertThat(DatabaseAddress.read(url).jdbcUrl()).isEqualTo(jdbcUrl);
    }

    @Test
    void aServerWithoutTlsIsNotSpokenToInTheClear() {
        var address = TestDatabase.POSTGRES.fresh();
        var encrypted = new DatabaseAddress(
                address.jdbcUrl() + (address.jdbcUrl().contains("?") ? "&" : "?") + "sslmode=require",
                address.user(),
                address.password());
        assertThatThrownBy(() -> Database.open(encrypted, List.of()))
                .isInstanceOfSatisfying(
                        ClosedDatabaseException.class,
                        closed -> assertThat(closed.kind()).isEqualTo(ClosedDatabaseException.Kind.NO_TLS));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mysql://bot:sesame@db/x",
                "postgres://bot:ses ame@db/x",
                "postgres://bot:sesame@/x",
                "postgres://bot:sesame@db"
            })
    void anythingElseIsRefusedWithoutRepeatingIt(String url) {
        assertThatThrownBy(() -> DatabaseAddress.read(url))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("DATABASE_URL")
                .hasMessageNotContainingAny("sesame", "ses ame")
                .hasNoCause();
    }

    @Test
    void thePasswordIsNeverShown() {
        assertThat(DatabaseAddress.read("postgres://bot:sesame@db/x").toString())
                .doesNotContain("sesame");
    }
}
