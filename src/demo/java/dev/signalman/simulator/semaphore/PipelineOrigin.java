package dev.signalman.simulator.semaphore;

/**
 * The origin of a pipeline.
 *
 * @param from the promoted or rebuilt pipeline; {@code ""} for a workflow's first
 * @param userId who asked; {@code ""} for an automatic promotion
 * @param promotion name of the promotion, or {@code ""}; a rebuild keeps it
 * @param promotionOf parent in the tree of promotions, or {@code ""}; a rebuild keeps it
 */
public record PipelineOrigin(Kind kind, String from, String userId, String promotion, String promotionOf) {
    public enum Kind {
        WORKFLOW(0),
        PROMOTION(1),
        AUTO_PROMOTION(2),
        PARTIAL_RE_RUN(3);

        private final int number;

        Kind(int number) {
            this.number = number;
        }

        /** The number that answers contain. */
        public int number() {
            return number;
        }
    }

    /** The pipeline that this one rebuilds, or {@code ""}. */
    public String partialRerunOf() {
        return kind == Kind.PARTIAL_RE_RUN ? from : "";
    }
}
