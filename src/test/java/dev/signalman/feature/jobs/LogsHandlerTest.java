package dev.signalman.feature.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalman.card.Button;
import dev.signalman.card.Card;
import dev.signalman.card.LogExcerpt;
import dev.signalman.card.TextCard;
import dev.signalman.command.Refusal;
import dev.signalman.domain.Place;
import dev.signalman.feature.FeatureFixture;
import dev.signalman.feature.PlainText;
import dev.signalman.feature.access.AccessRules;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogsHandlerTest {
    private FeatureFixture fixture;
    private String pipeline;

    @BeforeEach
    void start() throws IOException {
        fixture = new FeatureFixture(AccessRules.NONE);
        pipeline = fixture.semaphore.push("web", "main", "Add cart", "bob").pipelineId();
        fixture.clock.advance(Duration.ofSeconds(5));
        fixture.semaphore.begin(pipeline);
        fixture.clock.advance(Duration.ofSeconds(5));
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    @Test
    void ofAFailedPipelineTheEndOfItsFirstFailedJobIsShown() {
        fail("\u001b[31m1 failing\u001b[0m\npassword=hunter2\n");

        var card = (LogExcerpt) show("logs web", FeatureFixture.BUILDS);

        assertThat(card.body()).isEqualTo("1 failing\npassword=[masked]");
        assertThat(PlainText.of(card.headline()))
                .contains("make test failed with exit code 2")
                .contains("Whole log");
        assertThat(card.actions().buttons()).extracting(Button::label).containsExactly("Rebuild failed", "Pipeline");
    }

    @ParameterizedTest
    @ValueSource(strings = {"C0SHARED", "C0SILENT"})
    void whereOthersMayReadAlongOnlyTheLinkIsShown(String channel) {
        fail("top secret plans\n");
        fixture.team.channel("C0SHARED", true, true);

        var card = show("logs pipeline " + pipeline, Place.channel(channel));

        assertThat(card).isInstanceOf(TextCard.class);
        assertThat(card.toString()).doesNotContain("secret plans").contains("/jobs/");
    }

    @Test
    void whenNoJobFailedTheJobsAreOffered() {
        fixture.semaphore.finish(pipeline);

        assertThatThrownBy(() -> fixture.types("logs web"))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.suggestions()).hasSize(1));
    }

    @Test
    void aRunningJobIsShownAndCanBeStopped() {
        var job = fixture.semaphore.jobId(pipeline, "Test", "Test");

        var card = (TextCard) show("job " + job, FeatureFixture.BUILDS);

        assertThat(card.sentence()).isEqualTo("Test of web is running.");
        assertThat(card.actions().buttons()).extracting(Button::label).containsExactly("Stop", "Logs", "Pipeline");
        assertThat(card.actions().buttons().get(0).confirm()).isNotNull();
    }

    @Test
    void aFinishedJobCanNotBeStopped() {
        fail("no\n");
        var job = fixture.semaphore.jobId(pipeline, "Test", "Test");

        var card = (TextCard) show("job " + job, FeatureFixture.BUILDS);

        assertThat(card.sentence()).isEqualTo("Test of web failed.");
        assertThat(card.actions().buttons()).extracting(Button::label).containsExactly("Logs", "Pipeline");
    }

    private void fail(String log) {
        fixture.semaphore.failJob(pipeline, "Test", "Test", 2, log);
        fixture.clock.advance(Duration.ofSeconds(5));
    }

    private Card show(String line, Place place) {
        return fixture.types("U0ALICE", line, place).deliveries().get(0).card();
    }
}
