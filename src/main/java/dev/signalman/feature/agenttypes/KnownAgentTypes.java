package dev.signalman.feature.agenttypes;

import dev.signalman.command.Command;
import dev.signalman.command.QuotedText;
import dev.signalman.command.Refusal;
import dev.signalman.command.Suggestion;
import dev.signalman.domain.AgentType;
import dev.signalman.domain.NearestName;
import dev.signalman.semaphore.Semaphore;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The existing agent types, read each time. */
final class KnownAgentTypes {
    private final Semaphore semaphore;

    @Inject
    KnownAgentTypes(Semaphore semaphore) {
        this.semaphore = semaphore;
    }

    List<AgentType> all() {
        return semaphore.agentTypes().list();
    }

    Optional<AgentType> find(String name) {
        return all().stream().filter(type -> type.name().equals(name)).findFirst();
    }

    /**
     * The type with this name.
     *
     * @param instead makes the corrected command for a suggestion
     * @throws Refusal when there is none, with the nearest names
     */
    AgentType named(String name, Function<String, ? extends Command> instead) {
        var all = all();
        return all.stream().filter(type -> type.name().equals(name)).findFirst().orElseThrow(() -> {
            var names = all.stream().map(AgentType::name).toList();
            List<Suggestion> nearest = NearestName.of(name, names, 3).stream()
                    .map(near -> new Suggestion(near, instead.apply(near)))
                    .toList();
            return new Refusal(
                    "I can't find agent type " + QuotedText.of(name) + "."
                            + (nearest.isEmpty() ? " /semaphore agents lists them all." : ""),
                    nearest);
        });
    }
}
