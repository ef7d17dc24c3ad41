package dev.signalman.slack.blocks;

import dev.signalman.card.PipelineCard;
import dev.signalman.domain.Block;
import dev.signalman.domain.BlockJob;
import dev.signalman.domain.EnvVar;
import dev.signalman.domain.GitRef;
import dev.signalman.domain.JobState;
import dev.signalman.domain.PipelineState;
import dev.signalman.domain.Result;
import dev.signalman.domain.ResultReason;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Pipelines of any state, with any names, up to 300 blocks of 20 jobs. */
final class NastyPipelines {
    private NastyPipelines() {}

    static Arbitrary<PipelineCard> cards() {
        var words = NastyTexts.words();
        var lines = NastyTexts.texts().list().ofMaxSize(40);
        return Combinators.combine(
                        pipelines(),
                        words,
                        NastyTexts.urls(),
                        NastyTexts.urls().injectNull(0.2),
                        words,
                        lines,
                        lines,
                        NastyActions.any())
                .as((pipeline, project, url, commitUrl, author, facts, deploys, actions) -> new PipelineCard(
                        project,
                        pipeline.read(),
                        url,
                        commitUrl,
                        author,
                        author,
                        facts,
                        deploys,
                        SamplePipeline.ENDED,
                        actions));
    }

    private static Arbitrary<SamplePipeline> pipelines() {
        var words = NastyTexts.words();
        var environment =
                Combinators.combine(words, words).as(EnvVar::new).list().ofMaxSize(20);
        return Combinators.combine(
                        Arbitraries.of(PipelineState.class),
                        Arbitraries.of(Result.class).injectNull(0.2),
                        Arbitraries.of(ResultReason.class).injectNull(0.2),
                        Combinators.combine(Arbitraries.of(GitRef.Kind.class), words)
                                .as(GitRef::new),
                        words,
                        words,
                        words.injectNull(0.5),
                        environment)
                .flatAs((state, result, reason, ref, name, message, promotionOf, parameters) -> blocks().map(blocks ->
                        new SamplePipeline(
                                state, result, reason, ref, name, message, promotionOf, name, parameters, blocks)));
    }

    private static Arbitrary<List<Block>> blocks() {
        var words = NastyTexts.words();
        var job = Combinators.combine(
                        words,
                        Arbitraries.of(JobState.class),
                        Arbitraries.of(Result.class).injectNull(0.3))
                .as((name, state, result) -> new BlockJob("j", name, 0, state, result));
        var jobs = Combinators.combine(job, Arbitraries.integers().between(0, 20))
                .as((one, times) -> Collections.nCopies(times, one));
        var block = Combinators.combine(
                        words,
                        Arbitraries.of(PipelineState.class),
                        Arbitraries.of(Result.class).injectNull(0.3),
                        Arbitraries.of(ResultReason.class).injectNull(0.3),
                        words,
                        jobs)
                .as(Block::new);
        return Combinators.combine(block.list().ofMaxSize(12), Arbitraries.of(1, 1, 25))
                .as((some, times) -> Collections.nCopies(times, some).stream()
                        .flatMap(List::stream)
                        .toList());
    }
}
