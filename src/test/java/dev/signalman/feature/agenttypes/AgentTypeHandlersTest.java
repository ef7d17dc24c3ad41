package dev.signalman.feature.agenttypes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalman.card.Button;
import dev.signalman.card.ListCard;
import dev.signalman.card.TextCard;
import dev.signalman.card.TextSpan;
import dev.signalman.command.Command;
import dev.signalman.command.CreateAgentType;
import dev.signalman.command.DeleteAgentType;
import dev.signalman.command.Refusal;
import dev.signalman.dispatch.ActResult;
import dev.signalman.dispatch.ProbeResult;
import dev.signalman.feature.FeatureFixture;
import dev.signalman.feature.access.AccessRules;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AgentTypeHandlersTest {
    private FeatureFixture fixture;

    @BeforeEach
    void start() throws IOException {
        fixture = new FeatureFixture(new AccessRules(Map.of("agents", List.of(AccessRules.EVERYONE))));
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    @Test
    void aNewTypesTokenIsWhisperedAndStandsNowhereElse() {
        var result = carry("agents create s1-linux");

        var secret = ((TextCard) Objects.requireNonNull(result.whisper()))
                .lines()
                .get(1)
                .spans()
                .get(0);
        assertThat(fixture.semaphore.agentTypes()).containsExactly("s1-linux");
        assertThat(((TextSpan.Code) secret).text()).hasSizeGreaterThan(8);
        assertThat(result.outcome().deliveries().toString())
                .contains("Alice created the agent type s1-linux.")
                .doesNotContain(((TextSpan.Code) secret).text());
        assertThat(result.words()).doesNotContain(((TextSpan.Code) secret).text());
    }

    @Test
    void aTypeThatIsThereIsNotCreatedAgain() {
        fixture.semaphore.connectAgents("s1-linux", 0, 0);

        assertThatThrownBy(() -> fixture.types("agents create s1-linux"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("already");
    }

    @Test
    void afterALostAnswerATypeThatIsThereIsOursButItsTokenIsLost() {
        var pinned = new CreateAgentType("s1-linux");
        assertThat(lookFor(pinned)).isInstanceOf(ProbeResult.MayBeRepeated.class);
        fixture.semaphore.connectAgents("s1-linux", 0, 0);

        var happened = (ProbeResult.Happened) lookFor(pinned);

        assertThat(happened.carried().whisper()).isNull();
        assertThat(happened.carried().outcome().deliveries().toString())
                .contains("delete the type and create it again");
    }

    @Test
    void aTypeIsDeletedAndALostAnswerFoundOut() {
        fixture.semaphore.connectAgents("s1-linux", 0, 0);
        var pinned = new DeleteAgentType("s1-linux");
        assertThat(lookFor(pinned)).isInstanceOf(ProbeResult.MayBeRepeated.class);

        carry("agents delete s1-linux");

        assertThat(fixture.semaphore.agentTypes()).isEmpty();
        assertThat(lookFor(pinned)).isInstanceOf(ProbeResult.Happened.class);
    }

    @Test
    void idleAgentsAreDisabledOrAll() {
        fixture.semaphore.connectAgents("s1-linux", 3, 2);

        carry("agents disable s1-linux");
        assertThat(fixture.semaphore.agents("s1-linux")).isEqualTo(2);
        var result = carry("agents disable s1-linux all");
        assertThat(fixture.semaphore.agents("s1-linux")).isZero();

        assertThat(result.words()).isEqualTo("Alice disabled all agents of s1-linux.");
        assertThat(fixture.types("agents disable s1-linux").act()).isNull();
    }

    @Test
    void aTypeIsShownWithWhatCanBeDoneEachAskingFirst() {
        fixture.semaphore.connectAgents("s1-linux", 3, 2);

        var card = (ListCard)
                fixture.types("agents show s1-linux").deliveries().get(0).card();

        assertThat(card.sentence()).isEqualTo("Agent type s1-linux has 5 agents connected.");
        assertThat(card.actions().buttons())
                .extracting(Button::label)
                .containsExactly("Disable idle agents", "Disable all"); // with agents it cannot be deleted
        assertThat(card.actions().buttons())
                .allSatisfy(button -> assertThat(button.confirm()).isNotNull());
    }

    @Test
    void whereNoAgentIsConnectedNoneCanBeDisabled() {
        fixture.semaphore.connectAgents("s1-linux", 0, 0);

        var card = (ListCard)
                fixture.types("agents show s1-linux").deliveries().get(0).card();

        assertThat(card.actions().buttons()).extracting(Button::label).containsExactly("Delete");
    }

    @Test
    void aMisspeltTypeIsRefusedWithTheNearest() {
        fixture.semaphore.connectAgents("s1-linux", 3, 2);

        assertThatThrownBy(() -> fixture.types("agents delete s1-linxu"))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.suggestions().get(0).command())
                                .isEqualTo(new DeleteAgentType("s1-linux")));
    }

    @Test
    void typesAreListed() {
        assertThat(fixture.types("agents").deliveries().toString()).contains("No self-hosted agent types yet.");
        fixture.semaphore.connectAgents("s1-linux", 1, 0);

        assertThat(fixture.types("agents").deliveries().toString())
                .contains("1 self-hosted agent type, with 1 agent connected.");
    }

    private ActResult carry(String line) {
        var pinned = Objects.requireNonNull(fixture.types(line).act());
        return fixture.carrierOf(pinned).carry(pinned, fixture.act());
    }

    private ProbeResult lookFor(Command pinned) {
        return fixture.carrierOf(pinned).lookFor(pinned, fixture.act());
    }
}
