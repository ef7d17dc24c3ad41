package dev.signalman.feature.promotions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.domain.GitRef;
import dev.signalman.domain.Pipeline;
import dev.signalman.domain.PipelineState;
import dev.signalman.domain.Result;
import dev.signalman.domain.ResultReason;
import dev.signalman.ruling.DeployStart;
import dev.signalman.ruling.Judgement;
import dev.signalman.ruling.SampleWishes;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PassedPipelineRuleTest {
    private static List<Judgement> judge(DeployStart start, boolean override) {
        var wish = SampleWishes.starting(SampleWishes.production(), start, override);
        var rule = new PassedPipelineRule();
        return rule.judge(wish, rule.gather(wish));
    }

    private static DeployStart promoting(Pipeline pipeline) {
        return new DeployStart.Promotion(pipeline);
    }

    @ParameterizedTest
    @EnumSource(value = Result.class)
    void onlyAPassedPipelineIsPromotedUnlessThatIsOverridden(Result result) {
        var start = promoting(SampleWishes.pipeline(result, "switch"));

        assertThat(judge(start, false)).extracting(Judgement::met).containsExactly(result == Result.PASSED);
        assertThat(judge(start, true)).extracting(Judgement::met).containsExactly(true);
    }

    @Test
    void whereNoPromotionStartsNothingIsPromotedWhateverIsOverridden() {
        var start = promoting(SampleWishes.pipeline(Result.PASSED, ""));

        assertThat(judge(start, true)).extracting(Judgement::met).containsExactly(false);
        assertThat(judge(start, true).get(0).spoken()).contains("No promotion starts from pipeline");
    }

    @Test
    void whyNothingCanBePromotedIsToldByWhetherTheFileIsRead() {
        var named = SampleWishes.pipeline(Result.PASSED, "");

        assertThat(said(named)).contains("has none");
        assertThat(said(with(named, PipelineState.DONE, Result.FAILED, ResultReason.MALFORMED)))
                .contains("Semaphore can't read its file .semaphore/semaphore.yml")
                .doesNotContain("has none");
        assertThat(said(with(named, PipelineState.INITIALIZING, null, null)))
                .contains("Semaphore hasn't read the file of pipeline", "Try again when it is running.")
                .doesNotContain("has none");
    }

    private static String said(Pipeline pipeline) {
        return judge(promoting(pipeline), true).get(0).spoken();
    }

    private static Pipeline with(
            Pipeline pipeline, PipelineState state, @Nullable Result result, @Nullable ResultReason reason) {
        return new Pipeline(
                pipeline.id(),
                pipeline.name(),
                pipeline.workflowId(),
                pipeline.projectId(),
                pipeline.ref(),
                pipeline.commit(),
                pipeline.commitMessage(),
                pipeline.path(),
                state,
                result,
                reason,
                "",
                null,
                null,
                "",
                "",
                pipeline.times(),
                pipeline.trigger(),
                pipeline.environment(),
                List.of());
    }

    @Test
    void whatBeginsByItselfHasNoPipelineToPass() {
        assertThat(judge(new DeployStart.Run("deploy.yml", GitRef.branch("main"), null), false))
                .allMatch(Judgement::met);
    }
}
