package dev.signalman.feature.enforcement;

import dev.signalman.domain.AdmittedSubject;
import dev.signalman.ruling.Policies;
import jakarta.inject.Inject;
import java.util.Optional;

/** Knows whom enforced deployment targets admit. */
final class BotAccount {
    @Inject
    BotAccount() {}

    /** What {@code deploys_as} says; empty if it says nothing, since no call of Semaphore names a token's owner. */
    Optional<AdmittedSubject> under(Policies policies) {
        return Optional.ofNullable(policies.deploysAs());
    }
}
