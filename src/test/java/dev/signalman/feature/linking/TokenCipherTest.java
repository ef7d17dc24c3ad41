package dev.signalman.feature.linking;

import static dev.signalman.feature.linking.SampleEncryptionKeys.safe;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.crypto.tink.util.Bytes;
import dev.signalman.feature.linking.TokenCipher.Opened;
import dev.signalman.keyring.SecretCipher.Age;
import dev.signalman.semaphore.Credential;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** An encrypted token opens only for its owner, with its key. */
class TokenCipherTest {
    private static final TokenOwner ALICE = new TokenOwner("T0ACME", "U0ALICE");
    private static final Credential TOKEN = new Credential("alices-own-token-1f2e");

    private final TokenCipher safe = safe(1);

    @Test
    void opensForItsOwner() {
        assertThat(safe.open(ALICE, safe.seal(ALICE, TOKEN))).contains(new Opened(TOKEN, false));
    }

    @Test
    void opensForNobodyElse() {
        var sealed = safe.seal(ALICE, TOKEN);
        assertThat(safe.open(new TokenOwner("T0ACME", "U0BOB"), sealed)).isEmpty();
        assertThat(safe.open(new TokenOwner("T0OTHER", "U0ALICE"), sealed)).isEmpty();
        assertThat(safe.open(new TokenOwner("T0ACMEU", "0ALICE"), sealed)).isEmpty();
        assertThat(safe.open(new TokenOwner("", "T0ACMEU0ALICE"), sealed)).isEmpty();
    }

    @Test
    void whatWasChangedOpensNoMore() {
        for (int at = 0; at < safe.seal(ALICE, TOKEN).size(); at++) {
            var sealed = safe.seal(ALICE, TOKEN).toByteArray();
            sealed[at] ^= 1;
            assertThat(safe.open(ALICE, Bytes.copyFrom(sealed)))
                    .as("byte " + at)
                    .isEmpty();
        }
        assertThat(safe.open(ALICE, Bytes.copyFrom(new byte[0]))).isEmpty();
        assertThat(safe.open(ALICE, Bytes.copyFrom(new byte[] {1, 2, 3, 4, 5}))).isEmpty();
        assertThat(safe.open(ALICE, Bytes.copyFrom(TOKEN.token().getBytes(StandardCharsets.UTF_8))))
                .isEmpty();
    }

    @Test
    void theTokenStandsNowhereInIt() {
        var one = safe.seal(ALICE, TOKEN);
        assertThat(new String(one.toByteArray(), StandardCharsets.ISO_8859_1)).doesNotContain(TOKEN.token(), "U0ALICE");
        assertThat(one).as("never the same twice").isNotEqualTo(safe.seal(ALICE, TOKEN));
        assertThat(safe.toString()).isEqualTo("TokenCipher");
        assertThat(safe.open(ALICE, one).toString()).doesNotContain(TOKEN.token());
    }

    @Test
    void anOldKeyStillOpensAndTheNewOneSeals() {
        var before = safe.seal(ALICE, TOKEN);
        var after = safe(2, 1);
        assertThat(after.age(before)).isEqualTo(Age.OLD);
        assertThat(after.open(ALICE, before)).contains(new Opened(TOKEN, true));

        var anew = after.seal(ALICE, TOKEN);
        assertThat(after.age(anew)).isEqualTo(Age.CURRENT);
        assertThat(safe(2).open(ALICE, anew)).as("without the old key").contains(new Opened(TOKEN, false));
        assertThat(safe.open(ALICE, anew)).as("with the old key alone").isEqualTo(Optional.empty());
    }

    @Test
    void aLostKeyIsTold() {
        var before = safe.seal(ALICE, TOKEN);
        assertThat(safe(2, 3).age(before)).isEqualTo(Age.UNKNOWN);
        assertThat(safe(2, 3).open(ALICE, before)).isEmpty();
    }

    @Test
    void aKeyMayStandAmongTheOldOnesToo() {
        var both = safe(1, 1, 2, 2);
        assertThat(both.open(ALICE, safe.seal(ALICE, TOKEN))).contains(new Opened(TOKEN, false));
        assertThat(both.open(ALICE, safe(2).seal(ALICE, TOKEN))).contains(new Opened(TOKEN, true));
    }
}
