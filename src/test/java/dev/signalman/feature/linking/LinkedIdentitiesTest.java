package dev.signalman.feature.linking;

import static dev.signalman.feature.linking.SampleEncryptionKeys.safe;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalman.checkup.CheckContext;
import dev.signalman.checkup.CheckResult;
import dev.signalman.command.Refusal;
import dev.signalman.dispatch.Act;
import dev.signalman.domain.Actor;
import dev.signalman.domain.Person;
import dev.signalman.domain.Place;
import dev.signalman.feature.SimulatedTeam;
import dev.signalman.feature.linking.LinkedTokenStore.LinkedToken;
import dev.signalman.harness.LogLines;
import dev.signalman.keyring.SecretCipher.Age;
import dev.signalman.port.ActingIdentity;
import dev.signalman.port.Identities.Standing;
import dev.signalman.semaphore.Credential;
import dev.signalman.semaphore.TokenChoice;
import dev.signalman.semaphore.http.FeignSemaphore;
import dev.signalman.semaphore.http.SemaphoreConnection;
import dev.signalman.simulator.SettableClock;
import dev.signalman.simulator.SimulatedSemaphore;
import dev.signalman.storage.Database;
import dev.signalman.storage.DatabaseOpenResult;
import dev.signalman.storage.OnEachDatabase;
import dev.signalman.storage.TestDatabase;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Which token an act uses while keys and links change, on every database. */
@OnEachDatabase
class LinkedIdentitiesTest {
    private static final Actor ALICE = new Actor("U0ALICE", "Alice", null);
    private static final TokenOwner OWNER = new TokenOwner("T0ACME", "U0ALICE");

    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-26T10:00:00Z"));
    private final Database database;
    private final SimulatedSemaphore simulated;
    private final LinkedTokenStore links;
    private final TokenChoiceStore choices;

    LinkedIdentitiesTest(TestDatabase kind) throws IOException {
        database = kind.open(LinkedTokensModule.MIGRATIONS);
        simulated = SimulatedSemaphore.start(clock);
        simulated.addProject("web");
        links = new LinkedTokenStore(database.jdbi(), clock);
        choices = new TokenChoiceStore(database.jdbi(), clock);
    }

    @AfterEach
    void close() {
        simulated.close();
        database.close();
    }

    private LinkedIdentities with(TokenCipher safe) {
        var service = new FeignSemaphore(
                SemaphoreConnection.to(URI.create(simulated.url()), new Credential(simulated.token("robot"))),
                (call, outcome, took) -> {});
        return new LinkedIdentities(service, () -> "T0ACME", links, choices, safe);
    }

    private void link(TokenCipher safe, String id, String login) {
        var row = links.linking(id, OWNER, safe.seal(OWNER, new Credential(simulated.token(login))));
        database.jdbi().useTransaction(handle -> row.write(handle));
    }

    private static Act act(String token) {
        return new Act(token, ALICE, Place.channel("C1"), Instant.EPOCH, null);
    }

    /** The token's owner according to Semaphore. */
    private String user(ActingIdentity identity) {
        simulated.forgetCalls();
        identity.semaphore().projects().list();
        return simulated.calls().get(0).user();
    }

    @Test
    void whatIsAskedForDecidesWhoseTokenItIs() {
        link(safe(1), "l1", "alice");
        var identities = with(safe(1));
        assertThat(identities.of(ALICE)).isEqualTo(Standing.LINKED);
        assertThat(identities.of(new Actor("U0BOB", "Bob", null))).isEqualTo(Standing.NONE);
        assertThat(user(identities.of(act("a1"), TokenChoice.PERSON))).isEqualTo("alice");
        assertThat(user(identities.of(act("a2"), TokenChoice.PERSON_OR_SERVICE)))
                .isEqualTo("alice");
        assertThat(user(identities.of(act("a3"), TokenChoice.SERVICE))).isEqualTo("robot");
        assertThat(identities.words(act("a1"))).isEqualTo(LinkPhrases.OWN);
        assertThat(identities.words(act("a3"))).isEmpty();
        assertThat(identities.words(act("a4"))).isEmpty();
    }

    @Test
    void anActGoesOnWithTheTokenThatItBeganWithOrNotAtAll() {
        link(safe(1), "l1", "alice");
        var identities = with(safe(1));
        identities.of(act("a1"), TokenChoice.PERSON_OR_SERVICE);
        identities.of(act("a2"), TokenChoice.SERVICE);
        link(safe(1), "l2", "bob");
        assertThatThrownBy(() -> identities.of(act("a1"), TokenChoice.PERSON_OR_SERVICE))
                .isInstanceOf(Refusal.class)
                .hasMessage(LinkPhrases.GONE_MEANWHILE);
        assertThat(user(identities.of(act("a2"), TokenChoice.PERSON)))
                .as("whatever the rules say by now")
                .isEqualTo("robot");
        assertThat(user(identities.of(act("a3"), TokenChoice.PERSON))).isEqualTo("bob");
    }

    @Test
    void withoutALinkItIsTheBotsOrNobodys() {
        var identities = with(safe(1));
        assertThatThrownBy(() -> identities.of(act("a1"), TokenChoice.PERSON)).hasMessage(LinkPhrases.NONE);
        var served = identities.of(act("a2"), TokenChoice.PERSON_OR_SERVICE);
        assertThat(served.own()).isFalse();
        assertThat(served.words()).isEqualTo(LinkPhrases.AS_NONE);
        link(safe(1), "l1", "alice");
        assertThat(user(identities.of(act("a2"), TokenChoice.PERSON_OR_SERVICE)))
                .isEqualTo("robot");
        assertThat(user(identities.of(act("a1"), TokenChoice.PERSON)))
                .as("what was refused is chosen anew")
                .isEqualTo("alice");
    }

    @Test
    void aLinkIsSealedAnewWithTheNewKeyWhenItIsUsed() {
        link(safe(1), "l1", "alice");
        assertThat(found(safe(2, 1)))
                .singleElement()
                .satisfies(old -> assertThat(old.words()).isEqualTo("1 of 1 are encrypted with an old key."));
        var rotated = with(safe(2, 1));
        assertThat(rotated.of(ALICE)).as("to look is not to use").isEqualTo(Standing.LINKED);
        assertThat(safe(2).age(links.withId("l1").orElseThrow().sealed())).isEqualTo(Age.UNKNOWN);

        assertThat(user(rotated.of(act("a1"), TokenChoice.PERSON))).isEqualTo("alice");
        assertThat(safe(2).age(links.withId("l1").orElseThrow().sealed())).isEqualTo(Age.CURRENT);
        assertThat(user(with(safe(2)).of(act("a1"), TokenChoice.PERSON)))
                .as("the old key may go")
                .isEqualTo("alice");
        assertThat(found(safe(2, 1)))
                .singleElement()
                .satisfies(fine -> assertThat(fine.state()).isEqualTo(CheckResult.State.FINE));
    }

    @Test
    void whatCannotBeDecryptedIsDroppedWithAWord() {
        link(safe(1), "l1", "alice");
        assertThat(found(safe(9)))
                .singleElement()
                .satisfies(lost ->
                        assertThat(lost.words()).isEqualTo("1 of 1 are encrypted with a key that isn't configured."));
        var lost = with(safe(9));
        assertThat(lost.of(ALICE)).isEqualTo(Standing.LOST);
        assertThatThrownBy(() -> lost.of(act("a1"), TokenChoice.PERSON)).hasMessage(LinkPhrases.LOST);
        assertThat(links.all()).isEmpty();
        assertThat(found(safe(9))).isEmpty();

        link(safe(1), "l2", "alice");
        assertThat(lost.of(act("a2"), TokenChoice.PERSON_OR_SERVICE).words()).isEqualTo(LinkPhrases.AS_LOST);
        assertThat(lost.words(act("a2"))).isEqualTo(LinkPhrases.AS_LOST);
        assertThat(links.all()).isEmpty();
    }

    @Test
    void aRefusedTokenIsDroppedAndTheBotsIsTakenOnlyAtTheFirstAttempt() {
        link(safe(1), "l1", "alice");
        var identities = with(safe(1));
        identities.of(act("a1"), TokenChoice.PERSON_OR_SERVICE);
        assertThat(identities.instead(act("a1"), TokenChoice.PERSON_OR_SERVICE).words())
                .isEqualTo(LinkPhrases.AS_REFUSED);
        assertThat(links.all()).isEmpty();
        assertThat(user(identities.of(act("a1"), TokenChoice.PERSON_OR_SERVICE)))
                .isEqualTo("robot");

        link(safe(1), "l2", "alice");
        identities.of(act("a2"), TokenChoice.PERSON_OR_SERVICE);
        identities.of(act("a2"), TokenChoice.PERSON_OR_SERVICE);
        assertThatThrownBy(() -> identities.instead(act("a2"), TokenChoice.PERSON_OR_SERVICE))
                .hasMessage(LinkPhrases.REFUSED);
        assertThat(links.all()).isEmpty();

        link(safe(1), "l3", "alice");
        identities.of(act("a3"), TokenChoice.PERSON);
        link(safe(1), "l4", "bob");
        assertThatThrownBy(() -> identities.instead(act("a3"), TokenChoice.PERSON))
                .hasMessage(LinkPhrases.REFUSED);
        assertThat(links.all())
                .extracting(LinkedToken::id)
                .as("a newer one stays")
                .containsExactly("l4");
    }

    @Test
    void whoeverLeavesLeavesNoToken() {
        link(safe(1), "l1", "alice");
        var team = new SimulatedTeam();
        new LinkedTokenCleanup(links, team).run();
        team.is("U0ALICE", Person.Standing.UNKNOWN);
        new LinkedTokenCleanup(links, team).run();
        assertThat(links.all()).hasSize(1);
        team.is("U0ALICE", Person.Standing.DEACTIVATED);
        new LinkedTokenCleanup(links, team).run();
        assertThat(links.all()).isEmpty();
    }

    @Test
    void noTokenIsLogged() {
        try (var log = new LogLines()) {
            link(safe(1), "l1", "alice");
            var identity = with(safe(2, 1)).of(act("a1"), TokenChoice.PERSON);
            with(safe(2)).instead(act("a1"), TokenChoice.PERSON_OR_SERVICE);
            link(safe(1), "l2", "alice");
            with(safe(9)).of(act("a2"), TokenChoice.PERSON_OR_SERVICE);
            assertThat(log.all()).isNotEmpty();
            assertThat(log.all() + identity.toString() + links.all()).doesNotContain(simulated.token("alice"));
        }
    }

    private List<CheckResult> found(TokenCipher safe) {
        return new LinkedTokensCheck(new StoredTokens(new DatabaseOpenResult.Open(database)), safe)
                .look(CheckContext.COMMAND_LINE);
    }
}
