package dev.signalman.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.domain.AdmittedRef;
import dev.signalman.domain.AdmittedSubject;
import dev.signalman.domain.Deployment;
import dev.signalman.domain.DeploymentTarget;
import dev.signalman.domain.EnvVar;
import dev.signalman.domain.RefPattern;
import dev.signalman.domain.TargetAccess;
import dev.signalman.semaphore.DeploymentTargets;
import dev.signalman.semaphore.SemaphoreException.Kind;
import dev.signalman.simulator.semaphore.PromotionParameter;
import dev.signalman.simulator.semaphore.PromotionPlan;
import dev.signalman.simulator.semaphore.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeploymentTargetsContractTest extends SemaphoreContract {
    private dev.signalman.simulator.semaphore.SimulatedDeploymentTarget prod;

    @BeforeEach
    void guard() {
        prod = simulated.addDeploymentTarget("web", "prod");
        web.promotion(
                PromotionPlan.promotion("deploy", ".semaphore/deploy.yml", PromotionParameter.parameter("VERSION"))
                        .guardedBy("prod"));
    }

    @Test
    void aTargetIsListedDescribedClosedAndOpened() {
        assertThat(semaphore.deploymentTargets().list(web.id()))
                .extracting(DeploymentTarget::name)
                .containsExactly("prod");

        semaphore.deploymentTargets().deactivate(prod.id());
        assertThat(semaphore.deploymentTargets().describe(prod.id()).cordoned()).isTrue();

        semaphore.deploymentTargets().activate(prod.id());
        var target = semaphore.deploymentTargets().describe(prod.id());
        assertThat(target.cordoned()).isFalse();
        assertThat(target.state()).isEqualTo(DeploymentTarget.State.USABLE);
        assertThat(target.projectId()).isEqualTo(web.id());
    }

    @Test
    void itsRulesAreReplacedAndTheAnswerNamesWhoDidIt() {
        var targets = semaphore.deploymentTargets();
        var access = targets.describe(prod.id()).access();
        assertThat(access.subjects()).containsExactly(new AdmittedSubject("ANY", ""));
        assertThat(access.refs()).isEqualTo(AdmittedRef.of(List.of()));

        var touched = targets.change(
                prod.id(),
                new DeploymentTargets.Change(null, null),
                UUID.randomUUID().toString());
        assertThat(touched.access()).isEqualTo(access);
        var owner = AdmittedSubject.user(touched.updatedBy());
        var refs = AdmittedRef.of(List.of(new RefPattern("main"), new RefPattern("refs/tags/v*")));
        var changed = targets.change(
                prod.id(),
                new DeploymentTargets.Change(List.of(owner), refs),
                UUID.randomUUID().toString());
        assertThat(changed.access()).isEqualTo(new TargetAccess(List.of(owner), refs));
        assertThat(targets.describe(prod.id()).access().admitsOnly(owner)).isTrue();
    }

    @Test
    void itsHistoryIsReadBackThroughAllPages() {
        var id = passed().pipelineId();
        for (int i = 0; i < 23; i++) {
            semaphore.promotions().trigger(id, "deploy", false, Map.of("VERSION", "v" + i), "token " + i);
            after(60);
        }
        List<Deployment> seen = new ArrayList<>();
        @Nullable String next = null;
        int pages = 0;
        do {
            var page = semaphore.deploymentTargets().history(prod.id(), next);
            seen.addAll(page.items());
            next = page.next();
            pages++;
        } while (next != null);

        assertThat(pages).isEqualTo(3);
        assertThat(seen).extracting(Deployment::id).hasSize(23).doesNotHaveDuplicates();
        var newest = seen.get(0);
        assertThat(newest.promotion()).isEqualTo("deploy");
        assertThat(newest.promotedFrom()).isEqualTo(id);
        assertThat(newest.state()).isEqualTo(Deployment.State.STARTED);
        assertThat(newest.environment()).containsExactly(new EnvVar("VERSION", "v22"));
        assertThat(semaphore
                        .pipelines()
                        .describe(String.valueOf(newest.pipelineId()))
                        .promotionOf())
                .isEqualTo(id);
        assertThat(failure(() -> semaphore.deploymentTargets().history(prod.id(), "x"))
                        .kind())
                .isEqualTo(Kind.REFUSED);
    }

    @Test
    void withoutTheFeatureTheRightOrTheTargetEachIsToldApart() {
        simulated.user("rita").is(Role.READER, "web");
        var denied = failure(() -> as("rita").deploymentTargets().deactivate(prod.id()));
        assertThat(denied.kind()).isEqualTo(Kind.NOT_PERMITTED);

        assertThat(failure(() -> semaphore.deploymentTargets().describe(NOBODY)).kind())
                .isEqualTo(Kind.NOT_FOUND);

        simulated.settings().deploymentTargets(false);
        assertThat(failure(() -> semaphore.deploymentTargets().list(web.id())).kind())
                .isEqualTo(Kind.FEATURE_OFF);
    }
}
