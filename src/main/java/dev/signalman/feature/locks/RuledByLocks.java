package dev.signalman.feature.locks;

import dev.signalman.subject.RuledProjects;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.stream.Collectors;

/** The projects with locks. */
final class RuledByLocks implements RuledProjects {
    private final JdbiLocks locks;

    @Inject
    RuledByLocks(JdbiLocks locks) {
        this.locks = locks;
    }

    @Override
    public Set<String> ids() {
        return locks.all().stream().map(held -> held.what().projectId()).collect(Collectors.toSet());
    }
}
