package dev.signalman.feature.deploys;

import dev.signalman.domain.Project;
import dev.signalman.port.LiveDeploys;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;

/** Takes the newest deploy that passed through each promotion for what is live. */
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
