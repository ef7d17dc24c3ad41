package dev.signalman.semaphore.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.signalman.domain.Deployment;
import dev.signalman.domain.DeploymentTarget;
import dev.signalman.domain.EnvVar;
import dev.signalman.semaphore.SemaphoreException;
import dev.signalman.semaphore.SemaphoreException.Kind;
import dev.signalman.web.Reply;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeploymentTargetsOverHttpTest {
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
    void targetsAreReadAndOneThatIsNotActiveIsCordoned() {
        semaphore.answers("""
                [{"id": "d1", "name": "prod", "project_id": "r1", "url": "https://x", "description": "",
                  "state": "USABLE", "state_message": "", "active": true, "last_deployment": null},
                 {"id": "d2", "name": "old", "state": "CORDONED", "active": false},
                 {"id": "d3", "name": "new", "state": "HALF", "state_message": "wait"}]
                """);

        var targets = semaphore.client().deploymentTargets().list("r1");

        assertThat(targets).extracting(DeploymentTarget::cordoned).containsExactly(false, true, false);
        assertThat(targets.get(2).state()).isEqualTo(DeploymentTarget.State.UNKNOWN);
        assertThat(semaphore.call().query()).isEqualTo("project_id=r1");
    }

    @Test
    void historyGoesBackByItsCursor() {
        semaphore.answers("""
                {"deployments": [{"id": "e1", "target_id": "d1", "target_name": "Deploy", "prev_pipeline_id": "p1",
                   "pipeline_id": "p2", "triggered_by": "u1", "triggered_at": "2023-05-26T10:35:00.000000Z",
                   "state": "STARTED", "state_message": "", "env_vars": [{"name": "A", "value": "b"}]}],
                 "cursor_before": 1685096881121173, "cursor_after": 0}
                """).answers("{\"deployments\": [], \"cursor_before\": \"0\", \"cursor_after\": 5}");

        var first = semaphore.client().deploymentTargets().history("d1", null);
        var second = semaphore.client().deploymentTargets().history("d1", first.next());

        assertThat(first.items())
                .containsExactly(new Deployment(
                        "e1",
                        "d1",
                        "p1",
                        "p2",
                        "Deploy",
                        "u1",
                        Instant.parse("2023-05-26T10:35:00Z"),
                        Deployment.State.STARTED,
                        "",
                        List.of(new EnvVar("A", "b"))));
        assertThat(semaphore.call().queryParameters())
                .containsEntry("cursor_type", List.of("BEFORE"))
                .containsEntry("cursor_value", List.of("1685096881121173"));
        assertThat(second.next()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "-1", "x", "1&cursor_type=AFTER", "1234567890123456789"})
    void whatIsNoCursorIsRefusedWithoutAsking(String page) {
        var failure = catchThrowableOfType(
                SemaphoreException.class,
                () -> semaphore.client().deploymentTargets().history("d1", page));

        assertThat(failure.kind()).isEqualTo(Kind.REFUSED);
        assertThat(semaphore.calls()).isEmpty();
    }

    @Test
    void aTargetIsOpenedAndClosed() {
        semaphore.answers("{\"target_id\": \"d1\", \"cordoned\": false}");

        semaphore.client().deploymentTargets().activate("d1");
        assertThat(semaphore.call().method() + semaphore.call().path())
                .isEqualTo("PATCH/api/v1alpha/deployment_targets/d1/activate");
        semaphore.client().deploymentTargets().deactivate("d1");
        assertThat(semaphore.call().path()).isEqualTo("/api/v1alpha/deployment_targets/d1/deactivate");
    }

    @Test
    void anOrganizationWithoutTheFeatureIsToldApart() {
        semaphore.answers(
                Reply.text(403, "The deployment targets feature is not enabled for your organization. Ask support."));

        var failure = catchThrowableOfType(
                SemaphoreException.class,
                () -> semaphore.client().deploymentTargets().list("r1"));

        assertThat(failure.kind()).isEqualTo(Kind.FEATURE_OFF);
    }
}
