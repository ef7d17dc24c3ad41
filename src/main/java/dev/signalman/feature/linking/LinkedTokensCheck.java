package dev.signalman.feature.linking;

import dev.signalman.checkup.Check;
import dev.signalman.checkup.CheckContext;
import dev.signalman.checkup.CheckResult;
import dev.signalman.keyring.SecretCipher.Age;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;

/** Checks that linked tokens can be decrypted, and how many still need an old key, which can go when none does. */
final class LinkedTokensCheck implements Check {
    static final String TOKENS = "linked tokens";

    private final StoredTokens kept;
    private final TokenCipher safe;

    @Inject
    LinkedTokensCheck(StoredTokens kept, TokenCipher safe) {
        this.kept = kept;
        this.safe = safe;
    }

    @Override
    public String about() {
        return TOKENS;
    }

    @Override
    public List<CheckResult> look(CheckContext checkContext) {
        var ages = kept.sealed().stream().map(safe::age).toList();
        long old = ages.stream().filter(age -> age == Age.OLD).count();
        long lost = ages.stream().filter(age -> age == Age.UNKNOWN).count();
        var checkResults = new ArrayList<CheckResult>();
        if (old > 0) {
            checkResults.add(CheckResult.worthALook(
                    TOKENS,
                    old + " of " + ages.size() + " are encrypted with an old key.",
                    "Keep that key in SIGNALMAN_OLD_ENCRYPTION_KEYS. Each token is re-encrypted when it is used "
                            + "or linked again."));
        }
        if (lost > 0) {
            checkResults.add(CheckResult.worthALook(
                    TOKENS + ", without a key",
                    lost + " of " + ages.size() + " are encrypted with a key that isn't configured.",
                    "If you still have that key, add it to SIGNALMAN_OLD_ENCRYPTION_KEYS. Otherwise each token "
                            + "is deleted at its next use, and its owner is asked to link again."));
        }
        if (checkResults.isEmpty() && !ages.isEmpty()) {
            checkResults.add(CheckResult.fine(TOKENS, ages.size() + ", all encrypted with the current key."));
        }
        return checkResults;
    }
}
