package dev.signalman.feature;

import dev.signalman.ruling.RuledNames;
import java.util.Set;

/** No project was ever renamed. */
public final class NamesAsTheyAre implements RuledNames {
    @Override
    public Naming of(String projectId, String name) {
        return Naming.plain(name);
    }

    @Override
    public Set<String> missing() {
        return Set.of();
    }
}
