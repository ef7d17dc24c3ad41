package dev.signalman.slack.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.signalman.card.FormOption;
import dev.signalman.chat.RenderedCard;
import dev.signalman.command.Promote;
import dev.signalman.dispatch.Intake.Taking;
import dev.signalman.dispatch.IntakeFailedException;
import dev.signalman.dispatch.Invocation;
import dev.signalman.dispatch.Origin;
import dev.signalman.harness.OpenForm;
import dev.signalman.simulator.SettableClock;
import dev.signalman.simulator.slack.Conversation;
import dev.signalman.simulator.slack.PostedMessage;
import dev.signalman.simulator.slack.SimulatedPerson;
import dev.signalman.simulator.slack.SimulatedSlack;
import dev.signalman.simulator.slack.SlackFault.Refused;
import dev.signalman.web.Route;
import dev.signalman.web.WebServer;
import java.io.IOException;
import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/** Forms at the edge: a whole workspace, and one form that asks for everything. */
@Timeout(60)
final class FormsTest {
    private static final String ALICE = "U0ALICE";
    private static final String BOB = "U0BOB";
    private static final String BUILDS = "C0BUILDS";
    private static final String BLOCKS = """
            [{"type":"actions","block_id":"key@4:1","elements":[
              {"type":"button","action_id":"command:promote:0","value":"promote production web",
               "text":{"type":"plain_text","text":"Promote"}}]}]""";

    private final SettableClock clock = new SettableClock(InboundFixture.NOW);
    private final SimulatedSlack slack = SimulatedSlack.start(clock);
    private final ReasonForm asking = new ReasonForm();
    private final InboundFixture edge = new InboundFixture(
            URI.create(slack.apiUrl()),
            slack.app().botToken(),
            slack.app().signingSecret(),
            Map.of(Promote.class, asking));
    private final WebServer server = WebServer.start(0, List.of(Route.of("POST", "/slack/events", edge.endpoint)));
    private final CountDownLatch back = new CountDownLatch(1);

    FormsTest() throws IOException {}

    @BeforeEach
    void people() {
        slack.botAt(URI.create("http://127.0.0.1:" + server.port() + "/slack/events"));
        slack.add(SimulatedPerson.member(ALICE, "Alice"));
        slack.add(SimulatedPerson.member(BOB, "Bob"));
        slack.add(Conversation.open(BUILDS, "builds", ALICE, BOB, "U0SIGNALMAN"));
    }

    @AfterEach
    void close() {
        back.countDown();
        server.close();
        edge.close();
        slack.close();
    }

    private OpenForm typed() {
        slack.says(ALICE, BUILDS, "/semaphore promote production web");
        return OpenForm.of(slack, ALICE);
    }

    private OpenForm filled() {
        return typed().fill("Token", "hush-hush").fill("Reason", "it \"must\"\nout");
    }

    private PostedMessage card() {
        var ts = edge.messenger
                .post(BUILDS, null, new RenderedCard("web passed", BLOCKS))
                .timestamp();
        return slack.messages(BUILDS).stream()
                .filter(message -> message.ts().equals(ts))
                .findFirst()
                .orElseThrow();
    }

    private void aliceIsTold(String words) {
        await().untilAsserted(() -> assertThat(slack.visibleTo(ALICE, BUILDS))
                .filteredOn(PostedMessage::ephemeral)
                .extracting(PostedMessage::text)
                .singleElement()
                .asString()
                .contains(words));
    }

    private void hang() {
        try {
            back.await();
        } catch (InterruptedException ended) {
            throw new IllegalStateException(ended);
        }
    }

    @Test
    void aTypedLineThatLacksSomethingOpensAFormAndIsNotTaken() {
        var form = typed();

        assertThat(form.title()).isEqualTo("Promote to production");
        assertThat(form.drawn()).contains("Say why.", "Reason", "Version");
        assertThat(edge.intake.taken()).isEmpty();
        assertThat(slack.errors()).isEmpty();
    }

    @Test
    void whatIsFilledInMakesTheLineOfWhoeverSubmits() {
        assertThat(filled().choose("Version", "v2").choose("With", "a", "b").submit())
                .isEmpty();

        var taken = edge.intake.only();
        assertThat(taken.line()).isEqualTo("promote production web VERSION=v2 WITH=a,b because it \"must\"\nout");
        assertThat(taken.actor().userId()).isEqualTo(ALICE);
        assertThat(taken.place().channel()).isEqualTo(BUILDS);
        assertThat(taken.origin()).isEqualTo(new Origin.Submitted(null));
        assertThat(taken.responseUrl()).startsWith(slack.apiUrl().replace("/api/", "/response/"));
        assertThat(slack.modal(ALICE)).isEmpty();
    }

    @Test
    void whatStandsInAFormAtFirstCountsAndWhatIsLongToo() {
        filled().choose("Version", ReasonForm.LONG.substring(0, 74) + "…").submit();

        assertThat(edge.intake.only().line()).contains("VERSION=\"" + ReasonForm.LONG + "\"", "WITH=b");
    }

    @Test
    void aPressIsTheOneThatItGoesBackTo() {
        slack.presses(ALICE, card(), "Promote");
        OpenForm.of(slack, ALICE).fill("Token", "x").fill("Reason", "y").submit();

        assertThat(edge.intake.only().origin())
                .isEqualTo(new Origin.Submitted(new Origin.Pressed("key", 4, "Promote", false)));
        assertThat(edge.intake.only().id()).startsWith("form:");
    }

    @Test
    void aLineThatLacksNothingIsTakenAsEver() {
        slack.says(ALICE, BUILDS, "/semaphore promote production web because of me");
        slack.says(ALICE, BUILDS, "/semaphore stop");

        assertThat(edge.intake.taken())
                .extracting(Invocation::line)
                .containsExactly("promote production web because of me", "stop");
        assertThat(slack.modal(ALICE)).isEmpty();
    }

    @Test
    void aSecretIsHandedOverAndStandsInNoLine() {
        filled().submit();

        assertThat(asking.secrets.values()).containsExactly("hush-hush");
        assertThat(edge.intake.only().line()).doesNotContain("hush");
        assertThat(edge.intake.only()).asString().doesNotContain("hush");
    }

    @Test
    void whatCannotBeTakenIsSaidUnderItsFieldAndTheFormStays() {
        var form = filled().fill("Reason", "because");
        assertThat(form.submit()).containsExactly(Map.entry("Reason", "That is no reason."));
        assertThat(form.fill("Reason", "never").submit()).containsExactly(Map.entry("Region", "Not today."));
        assertThat(edge.intake.taken()).isEmpty();

        assertThat(form.fill("Reason", "now then").submit()).isEmpty();
        assertThat(edge.intake.only().line()).endsWith("because now then");
    }

    @Test
    void theSameFormSubmittedTwiceIsOne() {
        var form = filled();
        var delivery =
                slack.submits(ALICE, slack.modal(ALICE).orElseThrow(), Map.of("Token", "hush", "Reason", "twice"));
        clock.advance(Duration.ofSeconds(1));
        edge.clock.advance(Duration.ofSeconds(1));
        slack.redelivers(delivery);

        assertThat(form.isOpen()).isFalse();
        assertThat(edge.intake.only().line()).endsWith("because twice");
    }

    @Test
    void aFormThatWasNotTakenStaysAndSaysSo() {
        edge.intake.behave(invocation -> {
            throw new IntakeFailedException(new SQLException("down"));
        });

        assertThat(filled().submit().values()).singleElement().asString().contains("Not taken, try again");
        assertThat(slack.modal(ALICE)).isPresent();
    }

    @Test
    void aFormThatSomebodyElseWasQuickerThanSaysSo() {
        edge.intake.behave(invocation -> Taking.TOO_LATE);

        assertThat(filled().submit().values()).singleElement().asString().contains("already pressed");
    }

    @Test
    @ResourceLock(Resources.GLOBAL) // it measures time
    void aDatabaseThatHangsDoesNotKeepAFormWaiting() {
        edge.intake.behave(invocation -> {
            hang();
            return Taking.NEW;
        });

        assertThat(filled().submit().values()).singleElement().asString().contains("Perhaps not taken");
        assertThat(slack.errors()).isEmpty();
    }

    @Test
    void aFormThatOpenedTooLateIsToldTo() {
        asking.before = () -> clock.advance(Duration.ofSeconds(4));

        slack.says(ALICE, BUILDS, "/semaphore promote production web");

        aliceIsTold("The form didn't open in time. Nothing was changed. Try again.");
        assertThat(slack.modal(ALICE)).isEmpty();
        assertThat(edge.intake.taken()).isEmpty();
    }

    @Test
    void aPressThatSlackSendsAgainOpensNothingMoreAndIsNotTold() {
        var delivery = slack.says(ALICE, BUILDS, "/semaphore promote production web");
        var form = OpenForm.of(slack, ALICE);
        clock.advance(Duration.ofSeconds(1));
        slack.redelivers(delivery);
        await().untilAsserted(() -> assertThat(
                        slack.calls().stream().filter(call -> call.method().equals("views.open")))
                .hasSize(2));

        form.fill("Token", "t").fill("Reason", "r").submit();
        edge.close(); // what is to be said is said by now
        assertThat(slack.visibleTo(ALICE, BUILDS)).isEmpty();
    }

    @Test
    void aFormThatIsNotMadeInTimeLeavesTheLineToBeTaken() {
        asking.before = this::hang;

        assertThat(slack.says(ALICE, BUILDS, "/semaphore promote production web")
                        .taken())
                .isTrue();

        assertThat(edge.intake.only().line()).isEqualTo("promote production web");
        assertThat(edge.intake.only().origin()).isEqualTo(new Origin.Typed());
    }

    @Test
    void whereNeitherFormNorDatabaseIsThereInTimeSlackIsAnsweredAllTheSame() {
        asking.before = this::hang;
        edge.intake.behave(invocation -> {
            hang();
            return Taking.NEW;
        });

        assertThat(slack.says(ALICE, BUILDS, "/semaphore promote production web")
                        .taken())
                .isTrue();
        aliceIsTold("Perhaps not taken");
        assertThat(slack.presses(ALICE, card(), "Promote").delivery().taken()).isTrue();
        assertThat(slack.errors()).isEmpty();
    }

    @Test
    void aFormThatSlackDoesNotDrawAnewCanBeSubmittedAllTheSame() {
        var form = filled();
        form.suggests("Region", "eu");
        slack.faults().next("views.update", new Refused("hash_conflict"));
        var id = slack.modal(ALICE).orElseThrow().id();

        assertThat(slack.window(ALICE).press(id, "region", "region", "eu-1").taken())
                .isTrue();

        assertThat(form.submit()).isEmpty();
        assertThat(slack.errors()).isEmpty();
    }

    @Test
    void whatCanBeChosenIsLookedUpWhileSomebodyTypes() {
        var form = typed();

        assertThat(form.suggests("Region", "eu")).containsExactly("eu-1", "us-1");
        assertThat(asking.typed).containsExactly("region: eu after {}");
    }

    @Test
    void whatIsChosenDrawsTheRestAnew() {
        var form = filled().choose("Region", "us-1");

        form.suggests("Region", "e");
        assertThat(asking.typed).last().isEqualTo("region: e after {REGION=us-1}");
        assertThat(form.submit()).isEmpty();
        assertThat(edge.intake.only().line()).startsWith("promote production web REGION=us-1 VERSION=v1");
    }

    @Test
    void whereNothingIsFoundInTimeWhatWasTypedIsOfferedAndSaysSo() {
        var form = typed();
        asking.regions = any -> {
            hang();
            return List.of();
        };

        assertThat(form.suggests("Region", "mars")).containsExactly("mars (as typed: Semaphore didn't answer)");
        assertThat(form.suggests("Region", "")).isEmpty();
    }

    @Test
    void noMoreThanSlackTakesIsOffered() {
        var form = typed();
        asking.regions = any -> IntStream.range(0, 150)
                .mapToObj(n -> FormOption.of("region-" + n + "-" + "x".repeat(n)))
                .toList();

        assertThat(form.suggests("Region", "r")).hasSize(100);
    }
}
