package dev.signalman.feature.linking;

import static dev.signalman.feature.linking.SampleEncryptionKeys.safe;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.dispatch.RowChange;
import dev.signalman.feature.RowWriter;
import dev.signalman.feature.linking.LinkedTokenStore.LinkedToken;
import dev.signalman.feature.linking.OfferedTokenStore.Offer;
import dev.signalman.feature.linking.TokenChoiceStore.Choice;
import dev.signalman.semaphore.Credential;
import dev.signalman.simulator.SettableClock;
import dev.signalman.storage.Database;
import dev.signalman.storage.OnEachDatabase;
import dev.signalman.storage.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Stored links, on every database. */
@OnEachDatabase
class LinkedTokenStoresTest {
    private static final TokenOwner ALICE = new TokenOwner("T0ACME", "U0ALICE");
    private static final TokenOwner BOB = new TokenOwner("T0ACME", "U0BOB");
    private static final TokenOwner NAMESAKE = new TokenOwner("T0OTHER", "U0ALICE");
    private static final Credential TOKEN = new Credential("alices-own-token-1f2e");

    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-26T10:00:00Z"));
    private final Database database;
    private final Jdbi jdbi;
    private final LinkedTokenStore links;
    private final OfferedTokenStore offers;
    private final TokenChoiceStore choices;

    LinkedTokenStoresTest(TestDatabase kind) {
        database = kind.open(LinkedTokensModule.MIGRATIONS);
        jdbi = database.jdbi();
        links = new LinkedTokenStore(jdbi, clock);
        offers = new OfferedTokenStore(jdbi, clock);
        choices = new TokenChoiceStore(jdbi, clock);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private void write(RowChange row) {
        RowWriter.in(jdbi, row);
    }

    @Test
    void aPersonHasOneLinkWhichOpensAgain() {
        write(links.linking("l1", ALICE, safe(1).seal(ALICE, new Credential("an older one"))));
        clock.advance(Duration.ofHours(1));
        write(links.linking("l2", ALICE, safe(1).seal(ALICE, TOKEN)));

        var link = links.of(ALICE).orElseThrow();
        assertThat(link.id()).isEqualTo("l2");
        assertThat(link.owner()).isEqualTo(ALICE);
        assertThat(link.since()).isEqualTo(clock.instant());
        assertThat(safe(1).open(ALICE, link.sealed()).orElseThrow().token()).isEqualTo(TOKEN);
        assertThat(links.withId("l1")).isEmpty();
        assertThat(links.withId("l2")).isPresent();
        assertThat(links.all()).hasSize(1);
        assertThat(links.of(BOB)).isEmpty();
        assertThat(links.of(NAMESAKE)).isEmpty();
    }

    @Test
    void aRowThatIsCopiedToSomebodyElseOpensNoMore() {
        write(links.linking("l1", ALICE, safe(1).seal(ALICE, TOKEN)));
        write(links.linking("l2", BOB, safe(1).seal(BOB, new Credential("bobs"))));
        jdbi.useHandle(handle -> handle.execute("""
                UPDATE linked_token SET sealed = (SELECT sealed FROM linked_token WHERE user_id = 'U0ALICE')
                WHERE user_id = 'U0BOB'
                """));

        assertThat(safe(1).open(BOB, links.of(BOB).orElseThrow().sealed())).isEmpty();
        assertThat(safe(1).open(ALICE, links.of(ALICE).orElseThrow().sealed())).isPresent();
    }

    @Test
    void whatIsUnlinkedIsGoneAndOthersStay() {
        for (var owner : List.of(ALICE, BOB, NAMESAKE)) {
            write(links.linking(owner.toString(), owner, safe(1).seal(owner, TOKEN)));
        }
        write(links.unlinking(ALICE));
        assertThat(links.all()).extracting(LinkedToken::owner).containsExactlyInAnyOrder(BOB, NAMESAKE);
        links.drop(BOB.toString());
        links.drop("no such link");
        assertThat(links.all()).extracting(LinkedToken::owner).containsExactly(NAMESAKE);
    }

    @Test
    void aLinkIsSealedAnewUnlessItWasChangedMeanwhile() {
        write(links.linking("l1", ALICE, safe(1).seal(ALICE, TOKEN)));
        var before = links.of(ALICE).orElseThrow();
        var anew = safe(2, 1).seal(ALICE, TOKEN);
        links.reseal(before, anew);
        assertThat(links.of(ALICE).orElseThrow().sealed()).isEqualTo(anew);

        links.reseal(before, safe(3).seal(ALICE, TOKEN));
        assertThat(links.of(ALICE).orElseThrow().sealed()).isEqualTo(anew);
    }

    @Test
    void anOfferIsFoundByWhoMadeItAloneAndForAWhile() {
        var sealed = safe(1).seal(ALICE, TOKEN);
        offers.keep("o1", ALICE, new Offer(sealed, 3));
        assertThat(offers.find("o1", ALICE).orElseThrow().sealed()).isEqualTo(sealed);
        assertThat(offers.find("o1", ALICE).orElseThrow().projects()).isEqualTo(3);
        assertThat(offers.find("o1", BOB)).isEmpty();
        assertThat(offers.find("o1", NAMESAKE)).isEmpty();
        assertThat(offers.find("o2", ALICE)).isEmpty();

        clock.advance(Duration.ofMinutes(61));
        assertThat(offers.find("o1", ALICE)).isEmpty();
        offers.keep("o2", ALICE, new Offer(sealed, 3));
        assertThat(kept()).as("the old one is thrown away").isEqualTo(1);
        write(offers.taking("o2"));
        assertThat(kept()).isZero();
        offers.keep("o3", ALICE, new Offer(sealed, 3));
        offers.keep("o4", BOB, new Offer(sealed, 3));
        write(offers.forgetting(ALICE));
        assertThat(offers.find("o3", ALICE)).isEmpty();
        assertThat(offers.find("o4", BOB)).isPresent();
    }

    private int kept() {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT COUNT(*) FROM offered_token")
                .mapTo(Integer.class)
                .one());
    }

    @Test
    void aChoiceIsTheSameEachTimeAndCounted() {
        assertThat(choices.again("a1")).isEmpty();
        choices.choose("a1", Choice.link("l1"));
        choices.choose("a2", Choice.service("none is linked"));
        assertThat(choices.of("a1")).contains(new Choice("l1", "", 1));
        assertThat(choices.again("a1")).contains(new Choice("l1", "", 2));
        assertThat(choices.again("a1")).contains(new Choice("l1", "", 3));
        assertThat(choices.of("a2")).contains(new Choice(null, "none is linked", 1));

        choices.choose("a1", Choice.service("refused"));
        assertThat(choices.of("a1")).contains(new Choice(null, "refused", 1));
        clock.advance(Duration.ofDays(8));
        choices.choose("a3", Choice.service(""));
        assertThat(choices.of("a2")).as("no act is in the open that long").isEmpty();
        assertThat(choices.of("a3")).isPresent();
    }
}
