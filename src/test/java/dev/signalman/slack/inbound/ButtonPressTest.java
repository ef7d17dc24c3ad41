package dev.signalman.slack.inbound;

import static dev.signalman.slack.inbound.SlackRequestBodies.HOOK;
import static dev.signalman.slack.inbound.SlackRequestBodies.button;
import static dev.signalman.slack.inbound.SlackRequestBodies.press;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.dispatch.Invocation;
import dev.signalman.dispatch.Origin;
import dev.signalman.domain.Actor;
import dev.signalman.domain.Place;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class ButtonPressTest {
    private static final String STOP = button("command:stop:0", "stop pipeline 1f");

    private final InboundFixture edge = new InboundFixture();

    @AfterEach
    void close() {
        edge.close();
    }

    @Test
    void aPressSaysItsLine() throws Exception {
        var reply = edge.sends(press(STOP));

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body()).isEmpty();
        var taken = edge.intake.only();
        assertThat(taken.line()).isEqualTo("stop pipeline 1f");
        assertThat(taken.actor()).isEqualTo(new Actor("UA8RXUSPL", "dana", "T0001"));
        assertThat(taken.place()).isEqualTo(Place.channel("C2147483705"));
        assertThat(taken.origin()).isEqualTo(new Origin.Pressed("pipeline-1f", 0, "Stop", false));
        assertThat(taken.responseUrl()).isEqualTo(HOOK);
        assertThat(edge.answered).containsExactly("block_actions 200");
    }

    @Test
    void whoIsFromElsewhereKeepsTheirOwnTeam() throws Exception {
        edge.sends(press(STOP).replace("T0001%22%7D%2C%0A+%22api_app_id", "T_EXTERNAL%22%7D%2C%0A+%22api_app_id"));

        assertThat(edge.intake.only().actor().teamId()).isEqualTo("T_EXTERNAL");
    }

    @Test
    void anOrganizationsInstallHasNoTeamAndIsReadAllTheSame() throws Exception {
        edge.sends(press(STOP)
                .replace("%7B%22id%22%3A%22T0001%22%2C%22domain%22%3A%22acme%22%7D", "null")
                .replace("%22enterprise%22%3Anull", "%22enterprise%22%3A%7B%22id%22%3A%22E0001%22%7D"));

        assertThat(edge.intake.only().line()).isEqualTo("stop pipeline 1f");
    }

    @Test
    void aChoiceFromAMenuSaysTheLineOfTheOption() throws Exception {
        edge.sends(press("""
            {"action_id":"command:menu:3","block_id":"k@12:9","type":"static_select","action_ts":"1.2",
             "placeholder":{"type":"plain_text","text":"More"},
             "selected_option":{"text":{"type":"plain_text","text":"canary"},"value":"promote canary pipeline 1f"}}\
            """));

        assertThat(edge.intake.only().line()).isEqualTo("promote canary pipeline 1f");
        assertThat(edge.intake.only().origin()).isEqualTo(new Origin.Pressed("k", 12, "canary", false));
    }

    @Test
    void aLongLineIsRecalledByItsName() throws Exception {
        edge.sends(press(button("command:stop:0", "kept:1")));

        assertThat(edge.intake.only().line()).isEqualTo("stop pipeline 1f");
    }

    @Test
    void aPressInAThreadStaysInItAndOneOnItsParentDoesNot() throws Exception {
        edge.sends(press(STOP).replace("%22app_id%22", "%22thread_ts%22%3A%221548261000.000100%22%2C%22app_id%22"));
        edge.sends(press(button("command:stop:1", "stop pipeline 1f"))
                .replace("%22app_id%22", "%22thread_ts%22%3A%221548261231.000200%22%2C%22app_id%22"));

        assertThat(edge.intake.taken())
                .extracting(Invocation::place)
                .containsExactly(new Place("C2147483705", "1548261000.000100"), Place.channel("C2147483705"));
    }

    @Test
    void aPressOnWhatOneSeesAloneIsKnownAsSuch() throws Exception {
        edge.sends(press(STOP).replace("is_ephemeral%22%3Afalse", "is_ephemeral%22%3Atrue"));

        assertThat(edge.intake.only().origin()).isEqualTo(new Origin.Pressed("pipeline-1f", 0, "Stop", true));
    }

    @Test
    void whatSlackSendsAgainIsTheSamePress() throws Exception {
        edge.sends(press(STOP), InboundFixture.NOW.getEpochSecond());
        edge.sends(press(STOP), InboundFixture.NOW.getEpochSecond() + 60);

        assertThat(edge.intake.taken()).hasSize(1);
    }

    @Test
    void twoActionsInOnePayloadAreTwoPresses() throws Exception {
        var reply = edge.sends(press(STOP + "," + button("command:rerun:1", "rerun workflow 2e")));

        assertThat(reply.status()).isEqualTo(200);
        assertThat(edge.intake.taken())
                .extracting(Invocation::line)
                .containsExactly("stop pipeline 1f", "rerun workflow 2e");
    }

    @Test
    void aButtonThatOnlyOpensALinkIsAcknowledged() throws Exception {
        assertThat(edge.sends(press(button("link:0", ""))).status()).isEqualTo(200);
        assertThat(edge.intake.taken()).isEmpty();
    }

    @Test
    void aBlockThatIsNotACardsHasNoKey() throws Exception {
        edge.sends(press(STOP.replace("pipeline-1f:2", "Xy1z")));

        assertThat(edge.intake.only().origin()).isEqualTo(new Origin.Pressed(null, 0, "Stop", false));
    }
}
