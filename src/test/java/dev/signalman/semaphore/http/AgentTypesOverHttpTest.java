package dev.signalman.semaphore.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.signalman.domain.AgentType;
import dev.signalman.semaphore.SemaphoreException;
import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AgentTypesOverHttpTest {
    private static final String TYPE =
            "{\"status\": {\"total_agent_count\": 3}, \"metadata\": {\"update_time\": 1644963451, \"name\": \"s1-small\","
                    + " \"create_time\": 1632129338}, \"spec\": {\"agent_name_settings\": {}}}";
    private static final AgentType SMALL =
            new AgentType("s1-small", 3, Instant.ofEpochSecond(1632129338), Instant.ofEpochSecond(1644963451));

    private ScriptedSemaphore semaphore;

    @BeforeEach
    void start() throws IOException {
        semaphore = new ScriptedSemaphore();
    }

    @AfterEach
    void stop() {
        semaphore.close();
    }

    @Test
    void typesAreListedAndDescribed() {
        semaphore.answers("{\"agent_types\": [" + TYPE + "]}").answers(TYPE);

        assertThat(semaphore.client().agentTypes().list()).containsExactly(SMALL);
        assertThat(semaphore.client().agentTypes().describe("s1-small")).isEqualTo(SMALL);
        assertThat(semaphore.call().path()).isEqualTo("/api/v1alpha/self_hosted_agent_types/s1-small");
    }

    @Test
    void aNewTypeComesWithItsTokenWhichIsNotPrinted() throws IOException {
        semaphore.answers(
                TYPE.replace("\"total_agent_count\": 3", "\"total_agent_count\": 0, \"registration_token\": \"hush\""));

        var created = semaphore.client().agentTypes().create("s1-small");

        assertThat(created.registrationToken()).isEqualTo("hush");
        assertThat(created.toString()).doesNotContain("hush");
        assertThat(semaphore.sent()).isEqualTo(WireJson.MAPPER.readTree("{\"metadata\": {\"name\": \"s1-small\"}}"));
    }

    @Test
    void aRegistrationTokenIsNotQuotedWhenTheAnswerIsNotUnderstood() {
        semaphore.answers("{\"metadata\": {\"name\": \"s1\"}, \"status\": {\"registration_token\": [\"hush\"]}}");

        var failure = catchThrowableOfType(
                SemaphoreException.class, () -> semaphore.client().agentTypes().create("s1"));

        assertThat(failure.words()).isEqualTo("Semaphore's answer is invalid at status.registration_token");
        assertThat(failure).hasNoCause();
        assertThat(failure.mayHaveActed()).isTrue();
        assertThat(new WireAgentType.Status(1, "hush").toString()).doesNotContain("hush");
    }

    @Test
    void typesAreDeletedAndTheirAgentsDisabled() throws IOException {
        semaphore.answers("{}");

        semaphore.client().agentTypes().delete("s1-small");
        assertThat(semaphore.call().method()).isEqualTo("DELETE");

        semaphore.client().agentTypes().disableAgents("s1-small", false);
        assertThat(semaphore.call().path()).isEqualTo("/api/v1alpha/self_hosted_agent_types/s1-small/disable_all");
        assertThat(semaphore.sent()).isEqualTo(WireJson.MAPPER.readTree("{\"only_idle\": false}"));
    }
}
