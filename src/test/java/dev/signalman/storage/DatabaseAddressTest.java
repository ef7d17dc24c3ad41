package dev.signalman.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseAddressTest {
    @Test
    void withoutAUrlItIsAFileUnderData() {
        assertThat(DatabaseAddress.read(null).jdbcUrl())
                .startsWith("jdbc:h2:async:./data/signalman;")
                .contains("WRITE_DELAY=0");
    }

    @Test
    void aPostgresUrlIsTakenApart() {
        assertThat(DatabaseAddress.read("postgres://bot:p%40ss+word@db.example:5433/signalman?sslmode=require"))
                .isEqualTo(new DatabaseAddress(
                        "jdbc:postgresql://db.example:5433/signalman?sslmode=require", "bot", "p@ss+word"));
    }

    @Test
    void aJdbcUrlStaysAsItIs() {
        assertThat(DatabaseAddress.read("jdbc:postgresql://db/signalman?user=bot")
                        .jdbcUrl())
                .isEqualTo("jdbc:postgresql://db/signalman?user=bot");
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
