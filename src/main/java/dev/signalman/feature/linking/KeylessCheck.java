package dev.signalman.feature.linking;

import dev.signalman.checkup.Check;
import dev.signalman.checkup.Finding;
import dev.signalman.checkup.Occasion;
import jakarta.inject.Inject;
import java.util.List;

/** Whether linked tokens lie in the database though there is no key to read them with. */
final class KeylessCheck implements Check {
    private final KeptTokens kept;

    @Inject
    KeylessCheck(KeptTokens kept) {
        this.kept = kept;
    }

    @Override
    public String about() {
        return LinkedTokensCheck.TOKENS;
    }

    @Override
    public List<Finding> look(Occasion occasion) {
        int count = kept.sealed().size();
        return count == 0
                ? List.of()
                : List.of(
                        Finding.worthALook(
                                LinkedTokensCheck.TOKENS,
                                count + " lie encrypted in the database, and no key is set.",
                                "Set SIGNALMAN_ENCRYPTION_KEY as it was before; each person can have theirs deleted by saying unlink."));
    }
}
