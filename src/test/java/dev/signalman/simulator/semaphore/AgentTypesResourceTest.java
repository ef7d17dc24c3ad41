package dev.signalman.simulator.semaphore;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AgentTypesResourceTest extends ResourceTestCase {
    private static final String TYPES = "/self_hosted_agent_types";

    @Test
    void theRegistrationTokenIsShownOnce() throws Exception {
        var created = json(postJson(TYPES, "{\"metadata\":{\"name\":\"s1-aws\"}}"));
        assertThat(created.path("status").path("registration_token").asText()).isNotEmpty();
        assertThat(created.path("metadata").path("create_time").isNumber()).isTrue();
        assertThat(created.path("spec").path("agent_name_settings").path("aws").isNull())
                .isTrue();
        var described = read(TYPES + "/s1-aws");
        assertThat(described.path("status").has("registration_token")).isFalse();
        assertThat(read(TYPES).path("agent_types")).containsExactly(described);
    }

    @Test
    void aNameMayComeInAFormAndHasToBeFreeAndFit() throws Exception {
        assertThat(post(TYPES, "metadata[name]=s1-form").statusCode()).isEqualTo(200);
        assertThat(post(TYPES, "metadata[name]=s1-form").statusCode()).isEqualTo(400);
        assertThat(post(TYPES, "metadata[name]=aws").statusCode()).isEqualTo(400);
        assertThat(postJson(TYPES, "{}").body()).isEqualTo("\"Name must be provided\"");
        assertThat(semaphore.agentTypes()).containsExactly("s1-form");
    }

    @Test
    void disablingTakesTheIdleOnesUnlessToldOtherwise() throws Exception {
        semaphore.connectAgents("s1-aws", 3, 2);
        assertThat(post(TYPES + "/s1-aws/disable_all", "only_idle=perhaps").body())
                .isEqualTo("\"Invalid 'only_idle': 'perhaps' is not a boolean.\"");
        assertThat(semaphore.agents("s1-aws")).isEqualTo(5);
        assertThat(post(TYPES + "/s1-aws/disable_all", "").body()).isEqualTo("{}");
        assertThat(semaphore.agents("s1-aws")).isEqualTo(2);
        postJson(TYPES + "/s1-aws/disable_all", "{\"only_idle\":false}");
        assertThat(read(TYPES + "/s1-aws")
                        .path("status")
                        .path("total_agent_count")
                        .asInt(-1))
                .isZero();
    }

    @Test
    void deletingSaysNothingAndWhatIsGoneIsNotFound() throws Exception {
        semaphore.connectAgents("s1-aws", 0, 0);
        assertThat(as("alice", "DELETE", TYPES + "/s1-aws", JSON, "").body()).isEqualTo("{}");
        assertThat(as("alice", "DELETE", TYPES + "/s1-aws", JSON, "").statusCode())
                .isEqualTo(404);
        assertThat(get(TYPES + "/s1-aws").statusCode()).isEqualTo(404);
    }

    @Test
    void withoutTheRightPermissionIsDenied() throws Exception {
        semaphore.user("eve").withoutAgents();
        var answer = as("eve", "GET", TYPES, JSON, "");
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).isEqualTo("Permission denied");
    }
}
