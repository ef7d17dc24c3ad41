package dev.signalman.feature.factor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.crypto.tink.util.Bytes;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The codes are those of RFC 6238. */
class OneTimeCodesTest {
    private static final Bytes RFC = Bytes.copyFrom("12345678901234567890".getBytes(StandardCharsets.US_ASCII));

    private final OneTimeCodes codes = new OneTimeCodes();

    /** RFC 6238, appendix B, for SHA-1; a code of six digits is the end of one of eight. */
    @ParameterizedTest
    @CsvSource({
        "59, 94287082",
        "1111111109, 07081804",
        "1111111111, 14050471",
        "1234567890, 89005924",
        "2000000000, 69279037",
        "20000000000, 65353130"
    })
    void theVectorsOfTheRfc(long seconds, String eight) {
        assertThat(codes.step(RFC, eight.substring(2), Instant.ofEpochSecond(seconds)))
                .isEqualTo(OptionalLong.of(seconds / 30));
    }

    @ParameterizedTest
    @CsvSource({"29, true", "30, true", "59, true", "60, true", "89, true", "90, false", "119, false", "0, true"})
    void theStepBeforeAndTheStepAfterAreAccepted(long now, boolean accepted) {
        assertThat(codes.step(RFC, "287082", Instant.ofEpochSecond(now)).isPresent())
                .isEqualTo(accepted);
    }

    @ParameterizedTest
    @CsvSource({"287 082, true", "287-082, true", "'', false", "28708, false", "94287082, false", "abcdef, false"})
    void aCodeMayBeTypedInGroups(String given, boolean accepted) {
        assertThat(codes.step(RFC, given, Instant.ofEpochSecond(59)).isPresent())
                .isEqualTo(accepted);
    }

    @Test
    void theKeyIsShownAsAppsReadIt() {
        assertThat(OneTimeCodes.base32(RFC)).isEqualTo("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
        assertThat(OneTimeCodes.base32(Bytes.copyFrom(new byte[20]))).isEqualTo("A".repeat(32));
    }

    @Test
    void everyKeyIsAnother() {
        assertThat(codes.newSecret()).isNotEqualTo(codes.newSecret());
        assertThat(codes.newSecret().size()).isEqualTo(20);
    }
}
