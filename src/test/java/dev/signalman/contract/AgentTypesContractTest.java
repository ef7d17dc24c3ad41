package dev.signalman.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.domain.AgentType;
import dev.signalman.semaphore.SemaphoreException.Kind;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;

class AgentTypesContractTest extends SemaphoreContract {
    @Test
    void aTypeIsCreatedWithATokenThatIsToldOnce() {
        var created = semaphore.agentTypes().create("s1-small");

        assertThat(created.registrationToken()).isNotBlank();
        assertThat(created.toString()).doesNotContain(created.registrationToken());
        assertThat(semaphore.agentTypes().describe("s1-small")).isEqualTo(created.type());
        assertThat(created.type().created()).isEqualTo(START.truncatedTo(ChronoUnit.SECONDS));
        assertThat(semaphore.agentTypes().list()).extracting(AgentType::name).containsExactly("s1-small");
    }

    @Test
    void agentsAreDisabledTheIdleOnesOrAll() {
        semaphore.agentTypes().create("s1-small");
        simulated.connectAgents("s1-small", 3, 2);
        assertThat(semaphore.agentTypes().describe("s1-small").agents()).isEqualTo(5);

        semaphore.agentTypes().disableAgents("s1-small", true);
        assertThat(simulated.agents("s1-small")).isEqualTo(2);

        semaphore.agentTypes().disableAgents("s1-small", false);
        assertThat(simulated.agents("s1-small")).isZero();
    }

    @Test
    void aTypeIsDeleted() {
        semaphore.agentTypes().create("s1-small");

        semaphore.agentTypes().delete("s1-small");

        assertThat(simulated.agentTypes()).isEmpty();
        assertThat(failure(() -> semaphore.agentTypes().describe("s1-small")).kind())
                .isEqualTo(Kind.NOT_FOUND);
        assertThat(failure(() -> semaphore.agentTypes().delete("s1-small")).kind())
                .isEqualTo(Kind.NOT_FOUND);
    }

    @Test
    void aBadNameIsRefusedAndAMissingRightIsNoBadToken() {
        assertThat(failure(() -> semaphore.agentTypes().create("small")).kind()).isEqualTo(Kind.REFUSED);

        simulated.user("rita").withoutAgents();
        var denied = failure(() -> as("rita").agentTypes().list());
        assertThat(denied.kind()).isEqualTo(Kind.NOT_PERMITTED);
        assertThat(denied.words()).isEqualTo("Permission denied");
    }
}
