package dev.signalman.feature.linking;

import static dev.signalman.ruling.SampleWishes.production;
import static dev.signalman.semaphore.TokenChoice.PERSON;
import static dev.signalman.semaphore.TokenChoice.PERSON_OR_SERVICE;
import static dev.signalman.semaphore.TokenChoice.SERVICE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalman.chat.MessengerException;
import dev.signalman.dispatch.Act;
import dev.signalman.domain.Actor;
import dev.signalman.domain.GitRef;
import dev.signalman.domain.Result;
import dev.signalman.feature.linking.LinkRule.Facts;
import dev.signalman.port.ActingIdentity;
import dev.signalman.port.Identities;
import dev.signalman.port.Identities.Standing;
import dev.signalman.ruling.DeployStart;
import dev.signalman.ruling.Judgement;
import dev.signalman.ruling.Policy;
import dev.signalman.ruling.SampleWishes;
import dev.signalman.ruling.Verdict;
import dev.signalman.ruling.Wish;
import dev.signalman.semaphore.TokenChoice;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Whether a promotion's token is available. */
class LinkRuleTest {
    private static Policy as(TokenChoice tokenChoice) {
        return Policy.of("production", List.of(), List.of(), null).as(tokenChoice);
    }

    /** Identities with only a standing; null for a silent Slack. */
    private record Told(@Nullable Standing standing) implements Identities {
        @Override
        public Standing of(Actor person) {
            if (standing == null) {
                throw new MessengerException(MessengerException.Kind.UNREACHABLE, "no answer");
            }
            return standing;
        }

        @Override
        public ActingIdentity of(Act act, TokenChoice tokenChoice) {
            throw new AssertionError("To judge is not to act");
        }

        @Override
        public String words(Act act) {
            throw new AssertionError("To judge is not to act");
        }

        @Override
        public ActingIdentity instead(Act act, TokenChoice tokenChoice) {
            throw new AssertionError("To judge is not to act");
        }
    }

    private static Judgement judged(Wish wish, TokenChoice tokenChoice, Standing standing) {
        var judgements = new LinkRule(new Told(standing)).judge(wish, new Facts(tokenChoice, standing));
        assertThat(judgements).hasSize(1);
        return judgements.get(0);
    }

    @ParameterizedTest
    @CsvSource({
        "SERVICE, OFF, MET, Runs as Signalman's Semaphore account",
        "PERSON, LINKED, MET, 'Runs as Alice''s Semaphore account'",
        "PERSON, NONE, REFUSED, 'This has to run as the requester''s own Semaphore account, but Alice "
                + "hasn''t linked a token. Alice needs to use /semaphore link first.'",
        "PERSON, LOST, REFUSED, 'This has to run as the requester''s own Semaphore account, but the "
                + "token of Alice can no longer be decrypted. Alice needs to use /semaphore link first.'",
        "PERSON_OR_SERVICE, LINKED, MET, 'Runs as Alice''s Semaphore account'",
        "PERSON_OR_SERVICE, NONE, MET, 'Runs as Signalman''s Semaphore account, because Alice hasn''t "
                + "linked a token'",
        "PERSON_OR_SERVICE, LOST, MET, 'Runs as Signalman''s Semaphore account, because the token of Alice "
                + "can no longer be decrypted'",
        "PERSON_OR_SERVICE, OFF, MET, 'Runs as Signalman''s Semaphore account, because linking is turned off'"
    })
    void eachIsSaidInItsWords(TokenChoice tokenChoice, Standing standing, Verdict verdict, String words) {
        var judgement = judged(production(), tokenChoice, standing);
        assertThat(judgement.verdict()).isEqualTo(verdict);
        assertThat(judgement.spoken()).isEqualTo(words);
    }

    @Test
    void whereLinkingIsOffAPersonsTokenIsNeverThere() {
        var judgement = judged(production(), PERSON, Standing.OFF);
        assertThat(judgement.verdict()).isEqualTo(Verdict.REFUSED);
        assertThat(judgement.spoken()).contains("linking is turned off", "SIGNALMAN_ENCRYPTION_KEY");
    }

    @Test
    void theStrictestOfAllThatMatchHolds() {
        var rule = new LinkRule(new Told(Standing.NONE));
        assertThat(rule.gather(production()).whose()).isEqualTo(SERVICE);
        assertThat(rule.gather(production(as(SERVICE), as(PERSON_OR_SERVICE))).whose())
                .isEqualTo(PERSON_OR_SERVICE);
        assertThat(rule.gather(production(as(PERSON), as(SERVICE), as(PERSON_OR_SERVICE))))
                .isEqualTo(new Facts(PERSON, Standing.NONE));
    }

    @Test
    void slackIsAskedOnlyWhereItMattersAndItsSilenceIsToldToTheJudge() {
        var rule = new LinkRule(new Told(null));
        assertThat(rule.gather(production(as(SERVICE))).whose()).isEqualTo(SERVICE);
        assertThatThrownBy(() -> rule.gather(production(as(PERSON)))).isInstanceOf(MessengerException.class);
    }

    @ParameterizedTest
    @EnumSource(names = {"LINKED", "NONE"})
    void whatStartsADeployOtherwiseIsNoWayRound(Standing standing) {
        for (var start : List.<DeployStart>of(
                new DeployStart.Run(".semaphore/production.yml", GitRef.branch("main"), null),
                new DeployStart.Rebuild(SampleWishes.pipeline(Result.FAILED, "")),
                new DeployStart.Rerun(SampleWishes.pipeline(Result.FAILED, "")))) {
            var wish = SampleWishes.starting(production(), start, false);
            assertThat(judged(wish, PERSON, standing).verdict()).isEqualTo(Verdict.REFUSED);
            assertThat(judged(wish, PERSON, standing).spoken()).contains("Promote instead");
            assertThat(judged(wish, PERSON_OR_SERVICE, standing).spoken())
                    .isEqualTo("Runs as Signalman's Semaphore account");
        }
    }
}
