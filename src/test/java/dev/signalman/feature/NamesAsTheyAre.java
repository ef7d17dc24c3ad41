package dev.signalman.feature;

import dev.signalman.domain.Project;
import dev.signalman.ruling.RuledNames;
import java.util.Set;

/** No project was ever renamed. */
public final class NamesAsTheyAre implements RuledNames {
    @Override
    public Naming of(Project project) {
        return Naming.plain(project);
    }

    @Override
    public Set<String> missing() {
        return Set.of();
    }
}
