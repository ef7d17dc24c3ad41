package dev.signalman.feature;

import dev.signalman.dispatch.RowChange;
import dev.signalman.domain.CaseInsensitiveName;
import dev.signalman.domain.Pipeline;
import dev.signalman.domain.Project;
import dev.signalman.port.KnownPromotions;
import java.util.List;
import java.util.Set;

/** Staging and production are known to start from every pipeline that has a switch. */
final class FixedKnownPromotions implements KnownPromotions {
    @Override
    public List<String> from(Project project, Pipeline pipeline) {
        return pipeline.switchId().isEmpty() ? List.of() : List.of("staging", "production");
    }

    @Override
    public List<String> in(Project project) {
        return List.of("staging", "production");
    }

    @Override
    public String spelled(Project project, String said) {
        return CaseInsensitiveName.of(said, in(project)).orElse(said);
    }

    @Override
    public void seek(Project project, String promotion) {}

    @Override
    public Set<String> filesOf(Project project, String promotion) {
        return Set.of();
    }

    @Override
    public RowChange seen(Pipeline pipeline, List<String> names) {
        return connection -> {};
    }
}
