package dev.signalman.feature;

import dev.signalman.dispatch.RowChange;
import dev.signalman.port.LinkedAccounts;
import java.util.List;

/** Nobody has linked a token. */
final class NoAccounts implements LinkedAccounts {
    @Override
    public List<String> peopleOf(String account) {
        return List.of();
    }

    @Override
    public List<String> accountsOf(String userId) {
        return List.of();
    }

    @Override
    public RowChange acted(String act, String account) {
        return connection -> {};
    }
}
