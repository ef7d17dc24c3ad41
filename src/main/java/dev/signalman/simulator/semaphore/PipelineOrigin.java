package dev.signalman.simulator.semaphore;

/**
 * Where a pipeline comes from.
 *
 * @param from the pipeline that was promoted or rebuilt; {@code ""} for the first of a workflow
 * @param userId who asked; {@code ""} when it was promoted by itself
 * @param promotion the name of the promotion, or {@code ""}; a rebuilt one keeps what it was promoted by
 * @param promotionOf the parent in the tree of promotions, or {@code ""}; a rebuilt one keeps that too
 */
public record PipelineOrigin(Kind kind, String from, String userId, String promotion, String promotionOf) {
    /** What made a pipeline. */
    public enum Kind {
        WORKFLOW(0),
        PROMOTION(1),
        AUTO_PROMOTION(2),
        PARTIAL_RE_RUN(3);

        private final int number;

        Kind(int number) {
            this.number = number;
        }

        /** What answers give in place of the word. */
        public int number() {
            return number;
        }
    }

    /** The pipeline that this one rebuilds, or {@code ""}. */
    public String partialRerunOf() {
        return kind == Kind.PARTIAL_RE_RUN ? from : "";
    }
}
