package dev.signalman.feature.linking;

import dev.signalman.port.Identities;
import dev.signalman.port.Identities.Standing;
import dev.signalman.ruling.DeployStart;
import dev.signalman.ruling.Judgement;
import dev.signalman.ruling.Policy;
import dev.signalman.ruling.Rule;
import dev.signalman.ruling.RuleTopic;
import dev.signalman.ruling.Wish;
import dev.signalman.semaphore.TokenChoice;
import jakarta.inject.Inject;
import java.util.List;

/** Where a promotion uses the requester's token, the requester has linked one. */
final class LinkRule implements Rule<LinkRule.Facts> {
    private final Identities identities;

    @Inject
    LinkRule(Identities identities) {
        this.identities = identities;
    }

    /**
     * The facts.
     *
     * @param whose the strictest choice of all policies
     * @param standing state of the requester's token; not read where the bot's token is used
     */
    record Facts(TokenChoice whose, Standing standing) {}

    @Override
    public RuleTopic topic() {
        return RuleTopic.IDENTITY;
    }

    @Override
    public Facts gather(Wish wish) {
        var tokenChoice =
                TokenChoice.strictest(wish.policies().stream().map(Policy::as).toList());
        return new Facts(
                tokenChoice, tokenChoice == TokenChoice.SERVICE ? Standing.OFF : identities.of(wish.requester()));
    }

    @Override
    public List<Judgement> judge(Wish wish, Facts facts) {
        if (facts.whose() == TokenChoice.SERVICE) {
            return List.of(Judgement.met(topic(), "Runs as Signalman's Semaphore account"));
        }
        if (!(wish.start() instanceof DeployStart.Promotion)) {
            return List.of(otherwise(facts));
        }
        return List.of(promotion(wish.requester().name(), facts));
    }

    /** Only promotions use people's tokens; other ways to start the deploy must not get round that. */
    private Judgement otherwise(Facts facts) {
        return facts.whose() == TokenChoice.PERSON
                ? Judgement.refused(
                        topic(),
                        "This has to run as the requester's own Semaphore account, which only promote can use. Promote "
                                + "instead.")
                : Judgement.met(topic(), "Runs as Signalman's Semaphore account");
    }

    private Judgement promotion(String name, Facts facts) {
        if (facts.standing() == Standing.LINKED) {
            return Judgement.met(topic(), "Runs as " + name + "'s Semaphore account");
        }
        var why = why(name, facts.standing());
        return facts.whose() == TokenChoice.PERSON
                ? Judgement.refused(
                        topic(),
                        "This has to run as the requester's own Semaphore account, but " + why + ". "
                                + advice(name, facts))
                : Judgement.met(topic(), "Runs as Signalman's Semaphore account, because " + why);
    }

    private static String why(String name, Standing standing) {
        return switch (standing) {
            case LINKED -> throw new IllegalStateException("Nothing is missing");
            case NONE -> name + " hasn't linked a token";
            case LOST -> "the token of " + name + " can no longer be decrypted";
            case OFF -> "linking is turned off";
        };
    }

    private static String advice(String name, Facts facts) {
        return facts.standing() == Standing.OFF ? LinkPhrases.TURN_ON : name + " needs to use /semaphore link first.";
    }
}
