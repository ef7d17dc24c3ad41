package dev.signalman.feature.deploys;

import dev.signalman.domain.Project;
import dev.signalman.port.LiveDeploys;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;

/** Reports as live the newest deploy of each promotion that passed. */
final class NewestPassedDeploys implements LiveDeploys {
    private final DeployReader reader;

    @Inject
    NewestPassedDeploys(DeployReader reader) {
        this.reader = reader;
    }

    @Override
    public Map<String, String> of(Project project) {
        var found = reader.read(project, null);
        var live = new HashMap<String, String>();
        for (var promotion : found.promotions()) {
            found.current(promotion).map(Deploy::pipeline).ifPresent(pipeline -> live.put(promotion, pipeline.id()));
        }
        return live;
    }
}
