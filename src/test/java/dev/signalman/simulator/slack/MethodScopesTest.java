package dev.signalman.simulator.slack;

import static dev.signalman.simulator.slack.SlackFixture.ALICE;
import static dev.signalman.simulator.slack.SlackFixture.BUILDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class MethodScopesTest {
    private final SlackFixture at = new SlackFixture();

    MethodScopesTest() throws IOException {}

    @AfterEach
    void close() {
        at.close();
    }

    @Test
    void aTokenIsNeededAndMustBeRight() throws Exception {
        assertThat(at.methods("").authTest(r -> r).getError()).isEqualTo("not_authed");
        assertThat(at.methods("xoxb-other").authTest(r -> r).getError()).isEqualTo("invalid_auth");

        var test = at.methods().authTest(r -> r);
        assertThat(test.getUserId()).isEqualTo("U0SIGNALMAN");
        assertThat(test.getBotId()).isEqualTo("B0SIGNALMAN");
        assertThat(test.getTeamId()).isEqualTo("T0ACME");
    }

    @Test
    void whatTheTokenMayNotDoIsNamed() throws Exception {
        try (var narrow = new SlackFixture(AppInstallation.usual().granting(Set.of("commands", "users:read")))) {
            var answer = narrow.methods().chatPostMessage(r -> r.channel(BUILDS).text("x"));

            assertThat(answer.getError()).isEqualTo("missing_scope");
            assertThat(answer.getNeeded()).isEqualTo("chat:write");
            assertThat(answer.getProvided()).isEqualTo("commands,users:read");
            assertThat(narrow.methods().usersInfo(r -> r.user(ALICE)).isOk()).isTrue();
        }
    }

    @Test
    void methodsThatDoNotExistAreUnknown() throws Exception {
        assertThat(at.call("chat.shout", "{}").path("error").asText()).isEqualTo("unknown_method");
    }

    @Test
    void argumentsThatAreMissingOrNoJsonAreRefused() throws Exception {
        assertThat(at.call("chat.postMessage", "{}").path("error").asText()).isEqualTo("invalid_arguments");
        assertThat(at.call("chat.postMessage", "{").path("error").asText()).isEqualTo("invalid_json");
    }
}
