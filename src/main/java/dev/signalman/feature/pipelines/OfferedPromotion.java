package dev.signalman.feature.pipelines;

import dev.signalman.domain.Pipeline;

/**
 * A promotion that a pipeline's card may offer.
 *
 * @param from the pipeline that it starts from: the card's, or one that was deployed from it
 * @param stage how far its last deploy from there is; {@code ENDED} when there was none
 * @param ruled whether a policy covers it; its button asks for confirmation
 */
record OfferedPromotion(String name, Pipeline from, PromotionLines.Stage stage, boolean ruled) {
    boolean moving() {
        return stage == PromotionLines.Stage.MOVING;
    }

    boolean live() {
        return stage == PromotionLines.Stage.LIVE;
    }

    boolean sameName(OfferedPromotion other) {
        return name.equals(other.name);
    }
}
