package dev.signalman.feature.agenttokens;

import dev.signalman.port.Chore;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;

/** Deletes answers that no call will take any more: calls last a minute. */
final class AgentAnswerPurge implements Chore {
    private static final Duration KEPT = Duration.ofMinutes(30);

    private final AgentAnswerStore answers;
    private final InstantSource clock;

    @Inject
    AgentAnswerPurge(AgentAnswerStore answers, InstantSource clock) {
        this.answers = answers;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "purge-agent-answers";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(10);
    }

    @Override
    public void run() {
        answers.forgetBefore(clock.instant().minus(KEPT));
    }
}
