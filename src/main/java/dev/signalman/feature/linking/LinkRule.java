package dev.signalman.feature.linking;

import dev.signalman.dispatch.Identities;
import dev.signalman.dispatch.Identities.Standing;
import dev.signalman.ruling.Judgement;
import dev.signalman.ruling.Policy;
import dev.signalman.ruling.Rule;
import dev.signalman.ruling.Start;
import dev.signalman.ruling.Topic;
import dev.signalman.ruling.Wish;
import dev.signalman.semaphore.Whose;
import jakarta.inject.Inject;
import java.util.List;

/** Where a promotion goes with the own token of whoever asks for it, they have linked one. */
final class LinkRule implements Rule<LinkRule.Facts> {
    private final Identities identities;

    @Inject
    LinkRule(Identities identities) {
        this.identities = identities;
    }

    /**
     * What is known.
     *
     * @param whose what the policies ask for, all together
     * @param standing how the requester's own token stands; not looked at where the bot's own is asked for
     */
    record Facts(Whose whose, Standing standing) {}

    @Override
    public Topic topic() {
        return Topic.IDENTITY;
    }

    @Override
    public Facts gather(Wish wish) {
        var whose = Whose.strictest(wish.policies().stream().map(Policy::as).toList());
        return new Facts(whose, whose == Whose.SERVICE ? Standing.OFF : identities.of(wish.requester()));
    }

    @Override
    public List<Judgement> judge(Wish wish, Facts facts) {
        if (facts.whose() == Whose.SERVICE) {
            return List.of(Judgement.met(topic(), "It goes with my own Semaphore token"));
        }
        if (!(wish.start() instanceof Start.Promotion)) {
            return List.of(otherwise(facts));
        }
        return List.of(promotion(wish.requester().name(), facts));
    }

    /** Only promotions are asked for with people's tokens; what else would start this deploy is no way round. */
    private Judgement otherwise(Facts facts) {
        return facts.whose() == Whose.PERSON
                ? Judgement.refused(
                        topic(),
                        "This goes with the own Semaphore token of whoever asks for it, and I can do that for \"promote\" alone. Promote "
                                + "instead.")
                : Judgement.met(topic(), "It goes with my own Semaphore token");
    }

    private Judgement promotion(String name, Facts facts) {
        if (facts.standing() == Standing.LINKED) {
            return Judgement.met(topic(), "It goes with the own Semaphore token of " + name + ", who asks");
        }
        var why = why(name, facts.standing());
        return facts.whose() == Whose.PERSON
                ? Judgement.refused(
                        topic(),
                        "It goes with the own Semaphore token of whoever asks, and " + why + ". " + advice(name, facts))
                : Judgement.met(topic(), "It goes with my own Semaphore token, since " + why);
    }

    private static String why(String name, Standing standing) {
        return switch (standing) {
            case LINKED -> throw new IllegalStateException("Nothing is missing");
            case NONE -> name + " has linked none";
            case LOST -> "that of " + name + " cannot be decrypted any more";
            case OFF -> "nobody can link theirs here";
        };
    }

    private static String advice(String name, Facts facts) {
        return facts.standing() == Standing.OFF ? LinkWords.OFF : name + " must say link first.";
    }
}
