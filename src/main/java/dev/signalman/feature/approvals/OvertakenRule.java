package dev.signalman.feature.approvals;

import dev.signalman.domain.Pipeline;
import dev.signalman.ruling.Judgement;
import dev.signalman.ruling.Rule;
import dev.signalman.ruling.Start;
import dev.signalman.ruling.Topic;
import dev.signalman.ruling.Wish;
import dev.signalman.subject.Shipments;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** While a request is open, neither its pipeline nor a newer one went through that promotion. The fact is what did. */
final class OvertakenRule implements Rule<Optional<String>> {
    private final Shipments shipments;

    @Inject
    OvertakenRule(Shipments shipments) {
        this.shipments = shipments;
    }

    @Override
    public Topic topic() {
        return Topic.OVERTAKEN;
    }

    @Override
    public Optional<String> gather(Wish wish) {
        Instant opened = wish.opened();
        if (opened == null || !(wish.start() instanceof Start.Promotion promotion)) {
            return Optional.empty();
        }
        Pipeline pipeline = promotion.pipeline();
        return shipments.overtaken(wish.project(), wish.promotion(), pipeline, opened);
    }

    @Override
    public List<Judgement> judge(Wish wish, Optional<String> overtaken) {
        return List.of(overtaken
                .map(what -> Judgement.refused(topic(), "Since this was asked for, " + what + "."))
                .orElse(Judgement.met(topic(), "Nothing newer went there meanwhile")));
    }
}
