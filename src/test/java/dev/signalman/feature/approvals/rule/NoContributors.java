package dev.signalman.feature.approvals.rule;

import dev.signalman.ruling.Wish;
import java.util.Collection;
import java.util.List;

/** It does not matter who pushed. */
final class NoContributors implements ContributorLookup {
    @Override
    public List<Contributor> of(Wish wish) {
        return List.of();
    }

    @Override
    public List<Contributor> called(Collection<String> logins) {
        return List.of();
    }
}
