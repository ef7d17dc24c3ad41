package dev.signalman.feature.deploys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalman.card.Button;
import dev.signalman.card.ListCard;
import dev.signalman.command.History;
import dev.signalman.command.Promote;
import dev.signalman.command.Refusal;
import dev.signalman.command.Subject;
import dev.signalman.command.Suggestion;
import dev.signalman.feature.FeatureFixture;
import dev.signalman.feature.PlainText;
import dev.signalman.feature.access.AccessRules;
import dev.signalman.port.PromotionRecords.Kept;
import dev.signalman.port.PromotionRecords.Way;
import dev.signalman.simulator.semaphore.PromotionPlan;
import dev.signalman.simulator.semaphore.http.SemaphoreFault;
import dev.signalman.web.Reply;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeployHandlersTest {
    private static final String DEPLOY = ".semaphore/deploy.yml";
    private FeatureFixture fixture;

    @BeforeEach
    void start() throws IOException {
        fixture = new FeatureFixture(AccessRules.NONE);
        fixture.semaphore.addDeploymentTarget("web", "prod");
        fixture.semaphore
                .addProject("web")
                .promotion("staging", ".semaphore/staging.yml")
                .promotion(PromotionPlan.promotion("production", DEPLOY).guardedBy("prod"));
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatIsOnEachPromotionIsToldWithAndWithoutTargets(boolean targets) {
        fixture.semaphore.settings().deploymentTargets(targets);
        if (!targets) {
            fixture.semaphore.addProject("web").promotion("production", DEPLOY);
        }
        var first = passed("Add cart");
        promoted(first, "production");
        passed("Fix cart");
        var newest = passed("Style cart");
        promoted(newest, "staging");

        var card = (ListCard) fixture.types("deploys web").deliveries().get(0).card();

        assertThat(PlainText.of(card.rows()))
                .anySatisfy(row -> assertThat(row).startsWith("production  ").contains("2 newer passed"))
                .anySatisfy(row -> assertThat(row).startsWith("staging  ").contains("up to date"));
        assertThat(card.actions().buttons().get(0).command())
                .isEqualTo(new Promote("production", Subject.pipeline(newest), Map.of(), false, false, null));
        assertThat(card.actions().buttons()).extracting(Button::label).containsExactly("Promote to production");
        assertThat(
                        card.small()
                                .contains(
                                        "Deployment targets are not included: they are off, or the bot's account can't see them."))
                .isEqualTo(!targets);
    }

    @Test
    void whatTargetsTellIsNotAskedForOnceMore() {
        promoted(passed("Add cart"), "production");
        fixture.semaphore.forgetCalls();

        var card = (ListCard)
                fixture.types("history production web").deliveries().get(0).card();

        assertThat(PlainText.of(card.rows())).singleElement().asString().contains("Add cart");
        assertThat(fixture.semaphore.calls()).noneMatch(call -> call.path().startsWith("/promotions"));
    }

    @Test
    void whatPassedOnAnotherBranchHasNotPassedSince() {
        promoted(passed("Add cart"), "staging");
        passed("topic", "Try carts");

        var card = (ListCard) fixture.types("deploys web").deliveries().get(0).card();

        assertThat(PlainText.of(card.rows()))
                .anySatisfy(row -> assertThat(row).startsWith("staging  ").contains("up to date"));
    }

    @Test
    void aFailedDeployIsNotWhatIsThere() {
        var first = passed("Add cart");
        promoted(first, "staging");
        var second = passed("Fix cart");
        var deploy = promote(second, "staging");
        fixture.semaphore.begin(deploy);
        fixture.semaphore.failJob(deploy, "Deploy", "Deploy", 1, "no space left");

        var card = (ListCard) fixture.types("deploys web").deliveries().get(0).card();

        assertThat(PlainText.of(card.rows()))
                .anySatisfy(row ->
                        assertThat(row).startsWith("staging  ").contains("1 newer passed, latest deploy failed"));
    }

    @Test
    void historyTellsTheDeploysNewestFirst() {
        promoted(passed("Add cart"), "staging");
        promoted(passed("Fix cart"), "staging");

        var card = (ListCard)
                fixture.types("history staging web").deliveries().get(0).card();

        assertThat(PlainText.of(card.rows()))
                .hasSize(2)
                .allSatisfy(row -> assertThat(row).contains("passed"));
        assertThat(PlainText.of(card.rows()).get(0)).contains("Fix cart");
        assertThat(card.small()).contains("");
    }

    @Test
    void whatWasDeployedOnceMoreStandsWhereItsLastDeployBelongs() {
        var first = passed("Add cart");
        promoted(first, "staging");
        promoted(passed("Fix cart"), "staging");
        promoted(first, "staging");

        var rows = PlainText.of(((ListCard)
                        fixture.types("history staging web").deliveries().get(0).card())
                .rows());

        assertThat(rows).hasSize(3);
        assertThat(rows.get(0)).contains("Add cart");
        assertThat(rows.get(1)).contains("Fix cart");
        assertThat(rows.get(2)).contains("Add cart");
    }

    @Test
    void whatCouldGoWhereNothingIsYetIsWhatThePromotionStartsFrom() {
        var first = passed("Add cart");
        promoted(first, "staging");

        var card = (ListCard) fixture.types("deploys web").deliveries().get(0).card();

        assertThat(card.actions().buttons())
                .extracting(Button::command)
                .containsExactly(new Promote("production", Subject.pipeline(first), Map.of(), false, false, null));
    }

    @Test
    void historyAsksForTheDeploysOfItsPromotionAlone() {
        promoted(passed("Add cart"), "staging");
        fixture.semaphore.forgetCalls();

        fixture.types("history staging web");

        assertThat(fixture.semaphore.calls())
                .filteredOn(call -> call.path().startsWith("/promotions"))
                .isNotEmpty()
                .allMatch(call -> call.query().contains("name=staging"));
    }

    @Test
    void whatSemaphoresListsHaveLeftBehindIsToldFromWhatWasWrittenDown() {
        fixture.semaphore.settings().deploymentTargets(false);
        fixture.semaphore.addProject("web").promotion("production", DEPLOY);
        var parent = passed("Add cart");
        var deploy = promote(parent, "production");
        fixture.semaphore.finish(deploy);
        fixture.semaphore.fault(SemaphoreFault.on("GET", "/promotions").always().answers(Reply.bare(200, "[]")));
        assertThat(rows("history production web")).isEmpty();

        fixture.kept.add(kept(deploy, parent, Way.HERE, "Bob", "Carol"));
        fixture.kept.add(kept("gone-since", parent, Way.PAST));

        var history = rows("history production web");
        assertThat(history).hasSize(2);
        assertThat(history)
                .anySatisfy(
                        row -> assertThat(row).contains("Add cart", "passed", "by Alice, approved by Bob and Carol"))
                .anySatisfy(row -> assertThat(row)
                        .contains("was deployed, result no longer known", "by Alice, outside Signalman"));
        assertThat(rows("deploys web"))
                .anySatisfy(row -> assertThat(row).contains("production", "by Alice, approved by Bob and Carol"));
    }

    @Test
    void whoAgreedIsSaidOfWhatSemaphoreListsToo() {
        var parent = passed("Add cart");
        var deploy = promote(parent, "production");
        fixture.semaphore.finish(deploy);
        fixture.kept.add(kept(deploy, parent, Way.HERE, "Bob"));
        assertThat(rows("history production web")).singleElement().asString().contains("by Alice, approved by Bob");
    }

    private List<String> rows(String line) {
        return PlainText.of(((ListCard) fixture.types(line).deliveries().get(0).card()).rows());
    }

    private Kept kept(String pipeline, String parent, Way way, String... agreed) {
        return new Kept(
                pipeline, parent, "web", "production", fixture.clock.instant(), way, "Alice", List.of(agreed), null);
    }

    @Test
    void aMisspeltPromotionIsRefusedWithTheNearest() {
        passed("Add cart");

        assertThatThrownBy(() -> fixture.types("history producton web"))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.suggestions())
                                .contains(new Suggestion("production", new History("production", "web"))));
    }

    private String passed(String message) {
        return passed("main", message);
    }

    private String passed(String branch, String message) {
        var started = fixture.semaphore.push("web", branch, message, "bob");
        fixture.clock.advance(Duration.ofSeconds(5));
        fixture.semaphore.finish(started.pipelineId());
        fixture.clock.advance(Duration.ofSeconds(5));
        return started.pipelineId();
    }

    private String promote(String pipelineId, String promotion) {
        fixture.semaphore.promoteOnTheWeb(pipelineId, promotion, "bob", Map.of());
        fixture.clock.advance(Duration.ofSeconds(5));
        var all = fixture.semaphore.pipelines("web");
        return all.get(all.size() - 1);
    }

    private void promoted(String pipelineId, String promotion) {
        fixture.semaphore.finish(promote(pipelineId, promotion));
        fixture.clock.advance(Duration.ofSeconds(5));
    }
}
