package dev.signalman.keyring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Parsing of the key, and derivation by RFC 5869. */
final class EncryptionKeyTest {
    private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);

    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text);
    }

    @Test
    void itDerivesAsTheExamplesOfTheStandardDo() {
        // RFC 5869, appendix A.1 and A.3; of the output its first 32 bytes
        var key = hex("0b".repeat(22));
        var first = EncryptionKey.extract(hex("000102030405060708090a0b0c"), key);
        assertThat(first).isEqualTo(hex("077709362c2e32df0ddc3f0dc47bba6390b6c73bb50f9c3122ec844ad7c2b3e5"));
        assertThat(EncryptionKey.expand(first, hex("f0f1f2f3f4f5f6f7f8f9")))
                .isEqualTo(hex("3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf"));
        var unsalted = EncryptionKey.extract(new byte[32], key);
        assertThat(unsalted).isEqualTo(hex("19ef24a32c717b167f33a91d6f648bdf96596776afdb6377ac434c1c293ccb04"));
        assertThat(EncryptionKey.expand(unsalted, new byte[0]))
                .isEqualTo(hex("8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d"));
    }

    @Test
    void eachPurposeAndEachKeyHasItsOwn() {
        var other = Base64.getEncoder().encodeToString(hex("01" + "00".repeat(31)));
        assertThat(EncryptionKey.read(KEY).derive("a"))
                .hasSize(32)
                .isEqualTo(EncryptionKey.read(KEY).derive("a"))
                .isNotEqualTo(EncryptionKey.read(KEY).derive("b"))
                .isNotEqualTo(EncryptionKey.read(other).derive("a"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"c2hvcnQtc2VjcmV0", "not*base64*but*secret", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=="})
    void whatIsNoKeyIsRefusedWithoutBeingRepeated(String text) {
        assertThatThrownBy(() -> EncryptionKey.read(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasNoCause()
                .message()
                .doesNotContain(text.substring(0, 4));
    }

    @Test
    void itShowsInNoText() {
        assertThat(new Keyring(EncryptionKey.read(KEY), java.util.List.of()).toString())
                .isEqualTo("Keyring[current=EncryptionKey, old=[]]");
    }
}
