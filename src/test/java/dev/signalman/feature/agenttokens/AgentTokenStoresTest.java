package dev.signalman.feature.agenttokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalman.card.CardActions;
import dev.signalman.card.RefusalCard;
import dev.signalman.card.TextCard;
import dev.signalman.command.Deploys;
import dev.signalman.command.Refusal;
import dev.signalman.dispatch.Invocation;
import dev.signalman.dispatch.Origin;
import dev.signalman.dispatch.RowChange;
import dev.signalman.dispatch.StaleDecisionException;
import dev.signalman.domain.Actor;
import dev.signalman.domain.Place;
import dev.signalman.feature.RowWriter;
import dev.signalman.port.AgentAnswers.Answer;
import dev.signalman.schedule.OldRowPurge;
import dev.signalman.simulator.SettableClock;
import dev.signalman.storage.Database;
import dev.signalman.storage.OnEachDatabase;
import dev.signalman.storage.TestDatabase;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Tokens and answers of agents, on every database. */
@OnEachDatabase
class AgentTokenStoresTest {
    private static final String ALICE = "U0ALICE";

    private final SettableClock clock = new SettableClock(Instant.parse("2026-12-01T10:00:00Z"));
    private final TokenText secret = TokenText.random(new SecureRandom());
    private final Database database;
    private final AgentTokenStore tokens;
    private final AgentAnswerStore answers;

    AgentTokenStoresTest(TestDatabase kind) {
        database = kind.open(AgentTokensModule.MIGRATIONS);
        tokens = new AgentTokenStore(database.jdbi(), clock);
        answers = new AgentAnswerStore(database.jdbi(), clock);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private void write(RowChange row) {
        RowWriter.in(database.jdbi(), row);
    }

    @Test
    void aTokenIsFoundByItsHashUntilItIsRevoked() {
        write(tokens.adding("t1", ALICE, "release-agent", secret.hash()));
        var token = tokens.withHash(secret.hash()).orElseThrow();
        assertThat(token.owner()).isEqualTo(ALICE);
        assertThat(token.used()).isNull();
        assertThat(tokens.of(ALICE, "RELEASE-agent")).contains(token);
        assertThat(tokens.of("U0BOB", "release-agent")).isEmpty();
        assertThat(tokens.withHash(TokenText.random(new SecureRandom()).hash())).isEmpty();
        write(tokens.revoking(token));
        assertThat(tokens.all()).isEmpty();
        assertThatThrownBy(() -> write(tokens.revoking(token))).isInstanceOf(StaleDecisionException.class);
    }

    @Test
    void itsUseIsNotedToTheMinute() {
        write(tokens.adding("t1", ALICE, "release-agent", secret.hash()));
        var first = clock.instant();
        tokens.used(tokens.withId("t1").orElseThrow());
        clock.advance(Duration.ofSeconds(30));
        tokens.used(tokens.withId("t1").orElseThrow());
        assertThat(tokens.withId("t1").orElseThrow().used()).isEqualTo(first);
        clock.advance(Duration.ofMinutes(1));
        tokens.used(tokens.withId("t1").orElseThrow());
        assertThat(tokens.withId("t1").orElseThrow().used()).isEqualTo(clock.instant());
    }

    @Test
    void whatWasAskedWithARevokedTokenIsRefused() {
        write(tokens.adding("t1", ALICE, "release-agent", secret.hash()));
        var token = tokens.withId("t1").orElseThrow();
        var interceptor = new RevokedTokenInterceptor(tokens);
        var asked = new Invocation(
                "i1",
                new Actor(ALICE, "Alice", null).through("release-agent"),
                Place.NOWHERE,
                "deploys web",
                new Origin.ByAgent("t1", "release-agent"),
                clock.instant(),
                null);
        assertThatCode(() -> interceptor.admit(new Deploys("web"), asked)).doesNotThrowAnyException();
        tokens.revoke(token);
        assertThatThrownBy(() -> interceptor.admit(new Deploys("web"), asked))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("The token of release-agent was revoked.");
    }

    @Test
    void answersKeepTheirOrderAndAreForgotten() {
        assertThat(answers.find("i1")).isEmpty();
        write(answers.answering("i1", TextCard.of("First.")));
        write(answers.answering("i1", TextCard.of("Second.")));
        write(answers.answering("i2", new RefusalCard("No.", CardActions.NONE, false)));
        assertThat(answers.find("i1")).contains(new Answer("First.\n\nSecond.", false));
        assertThat(answers.find("i2")).contains(new Answer("No.", true));
        clock.advance(Duration.ofHours(1));
        new OldRowPurge(database.jdbi(), clock, AgentTokensModule.ANSWERS).run();
        assertThat(answers.find("i1")).isEmpty();
    }

    @Test
    void onlyWhatLooksLikeATokenIsLookedFor() {
        assertThat(secret.wellFormed()).isTrue();
        assertThat(new TokenText("").wellFormed()).isFalse();
        assertThat(new TokenText("signalman_agent_short").wellFormed()).isFalse();
        assertThat(secret.toString()).doesNotContain(secret.value());
    }
}
