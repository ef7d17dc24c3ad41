package dev.signalman.feature.agenttypes;

import dev.signalman.card.Card;
import dev.signalman.card.CardActions;
import dev.signalman.card.Text;
import dev.signalman.card.TextCard;
import dev.signalman.command.CreateAgentType;
import dev.signalman.dispatch.Act;
import dev.signalman.dispatch.ActExecutor;
import dev.signalman.dispatch.ActResult;
import dev.signalman.dispatch.ProbeResult;
import dev.signalman.domain.NewAgentType;
import dev.signalman.semaphore.Semaphore;
import jakarta.inject.Inject;
import java.util.List;

/** Creates an agent type and shows its registration token to the requester alone: Semaphore returns it only once. */
final class CreateAgentTypeExecutor implements ActExecutor<CreateAgentType> {
    private static final String CREATED = "created the agent type";
    private static final String LOST = "Semaphore didn't answer, and the agent type doesn't exist.";

    private final Semaphore semaphore;
    private final KnownAgentTypes types;

    @Inject
    CreateAgentTypeExecutor(Semaphore semaphore, KnownAgentTypes types) {
        this.semaphore = semaphore;
        this.types = types;
    }

    @Override
    public ActResult carry(CreateAgentType pinned, Act act) {
        var created = semaphore.agentTypes().create(pinned.name());
        return AgentTypeActMessage.done(
                        act,
                        CREATED,
                        pinned.name(),
                        "Its registration token was shown to " + act.actor().name() + " only.")
                .whispering(secret(created));
    }

    @Override
    public ProbeResult lookFor(CreateAgentType pinned, Act act) {
        if (types.find(pinned.name()).isEmpty()) {
            return new ProbeResult.MayBeRepeated(LOST);
        }
        // The type's creator is unknown, but it did not exist when this act was requested.
        return new ProbeResult.Happened(AgentTypeActMessage.done(
                act,
                CREATED,
                pinned.name(),
                "Semaphore's answer was lost, and with it the registration token, which Semaphore shows only "
                        + "once. To get a token, delete the type and create it again."));
    }

    private static Card secret(NewAgentType created) {
        return new TextCard(
                "Registration token of " + created.type().name() + " (shown once).",
                List.of(
                        Text.of("Registration token of ")
                                .code(created.type().name())
                                .plain(":"),
                        Text.empty().code(created.registrationToken())),
                List.of("Only you can see this, and it isn't stored. Copy it into your agents' configuration now."),
                CardActions.NONE);
    }
}
