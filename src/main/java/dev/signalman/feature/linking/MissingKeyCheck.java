package dev.signalman.feature.linking;

import dev.signalman.checkup.Check;
import dev.signalman.checkup.CheckContext;
import dev.signalman.checkup.CheckResult;
import jakarta.inject.Inject;
import java.util.List;

/** Reports linked tokens in the database for which there is no key. */
final class MissingKeyCheck implements Check {
    private final StoredTokens kept;

    @Inject
    MissingKeyCheck(StoredTokens kept) {
        this.kept = kept;
    }

    @Override
    public String about() {
        return LinkedTokensCheck.TOKENS;
    }

    @Override
    public List<CheckResult> look(CheckContext checkContext) {
        int count = kept.sealed().size();
        return count == 0
                ? List.of()
                : List.of(CheckResult.worthALook(
                        LinkedTokensCheck.TOKENS,
                        count + " are stored encrypted, but no key is set.",
                        "Set SIGNALMAN_ENCRYPTION_KEY to its earlier value. People can delete their own with "
                                + "/semaphore unlink."));
    }
}
