package dev.signalman.feature;

import dev.signalman.ruling.RuledProjectNames;
import java.util.Set;

/** No project was ever renamed. */
public final class UnchangedProjectNames implements RuledProjectNames {
    @Override
    public Naming of(String projectId, String name) {
        return Naming.plain(name);
    }

    @Override
    public Set<String> missing() {
        return Set.of();
    }
}
