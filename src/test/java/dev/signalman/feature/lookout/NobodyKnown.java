package dev.signalman.feature.lookout;

import dev.signalman.domain.Pipeline;
import dev.signalman.subject.Accounts;
import java.util.List;

/** Accounts have no names. */
final class NobodyKnown implements Accounts {
    @Override
    public String nameOf(String account) {
        return account;
    }

    @Override
    public void met(List<Pipeline> pipelines) {}
}
