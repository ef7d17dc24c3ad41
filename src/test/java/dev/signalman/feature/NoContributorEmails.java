package dev.signalman.feature;

import dev.signalman.dispatch.RowChange;
import dev.signalman.domain.Pipeline;
import dev.signalman.port.ContributorEmails;
import java.util.Set;

/** No address of a contributor is known. */
final class NoContributorEmails implements ContributorEmails {
    @Override
    public RowChange met(Pipeline pipeline, String email) {
        return connection -> {};
    }

    @Override
    public Set<String> loginsOf(String email) {
        return Set.of();
    }
}
