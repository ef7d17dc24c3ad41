package dev.signalman.feature.agents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalman.card.Answer;
import dev.signalman.card.Button;
import dev.signalman.card.Span;
import dev.signalman.command.Command;
import dev.signalman.command.CreateAgentType;
import dev.signalman.command.DeleteAgentType;
import dev.signalman.command.Refusal;
import dev.signalman.dispatch.Carried;
import dev.signalman.dispatch.Sighting;
import dev.signalman.feature.Bench;
import dev.signalman.feature.access.AccessRules;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AgentsTest {
    private Bench bench;

    @BeforeEach
    void start() throws IOException {
        bench = new Bench(new AccessRules(Map.of("agents", List.of(AccessRules.EVERYONE))));
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    @Test
    void aNewTypesTokenIsWhisperedAndStandsNowhereElse() {
        var carried = carry("agents create s1-linux");

        var secret = ((Answer) Objects.requireNonNull(carried.whisper()))
                .lines()
                .get(1)
                .spans()
                .get(0);
        assertThat(bench.semaphore.agentTypes()).containsExactly("s1-linux");
        assertThat(((Span.Code) secret).text()).hasSizeGreaterThan(8);
        assertThat(carried.deliveries().toString())
                .contains("Alice created the agent type s1-linux.")
                .doesNotContain(((Span.Code) secret).text());
        assertThat(carried.words()).doesNotContain(((Span.Code) secret).text());
    }

    @Test
    void aTypeThatIsThereIsNotCreatedAgain() {
        bench.semaphore.connectAgents("s1-linux", 0, 0);

        assertThatThrownBy(() -> bench.types("agents create s1-linux"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("already");
    }

    @Test
    void afterALostAnswerATypeThatIsThereIsOursButItsTokenIsLost() {
        var pinned = new CreateAgentType("s1-linux");
        assertThat(lookFor(pinned)).isInstanceOf(Sighting.MayBeRepeated.class);
        bench.semaphore.connectAgents("s1-linux", 0, 0);

        var happened = (Sighting.Happened) lookFor(pinned);

        assertThat(happened.carried().whisper()).isNull();
        assertThat(happened.carried().deliveries().toString()).contains("delete the type and create it again");
    }

    @Test
    void aTypeIsDeletedAndALostAnswerFoundOut() {
        bench.semaphore.connectAgents("s1-linux", 0, 0);
        var pinned = new DeleteAgentType("s1-linux");
        assertThat(lookFor(pinned)).isInstanceOf(Sighting.MayBeRepeated.class);

        carry("agents delete s1-linux");

        assertThat(bench.semaphore.agentTypes()).isEmpty();
        assertThat(lookFor(pinned)).isInstanceOf(Sighting.Happened.class);
    }

    @Test
    void idleAgentsAreDisabledOrAll() {
        bench.semaphore.connectAgents("s1-linux", 3, 2);

        carry("agents disable s1-linux");
        assertThat(bench.semaphore.agents("s1-linux")).isEqualTo(2);
        var carried = carry("agents disable s1-linux all");
        assertThat(bench.semaphore.agents("s1-linux")).isZero();

        assertThat(carried.words()).isEqualTo("Alice disabled all agents of s1-linux.");
        assertThat(bench.types("agents disable s1-linux").act()).isNull();
    }

    @Test
    void aTypeIsShownWithWhatCanBeDoneEachAskingFirst() {
        bench.semaphore.connectAgents("s1-linux", 3, 2);

        var card =
                (Answer) bench.types("agents show s1-linux").deliveries().get(0).card();

        assertThat(card.sentence()).isEqualTo("The agent type s1-linux has 5 agents connected.");
        assertThat(card.actions().buttons())
                .extracting(Button::label)
                .containsExactly("Disable idle agents", "Disable all"); // with agents it cannot be deleted
        assertThat(card.actions().buttons())
                .allSatisfy(button -> assertThat(button.confirm()).isNotNull());
    }

    @Test
    void whereNoAgentIsConnectedNoneCanBeDisabled() {
        bench.semaphore.connectAgents("s1-linux", 0, 0);

        var card =
                (Answer) bench.types("agents show s1-linux").deliveries().get(0).card();

        assertThat(card.actions().buttons()).extracting(Button::label).containsExactly("Delete");
    }

    @Test
    void aMisspeltTypeIsRefusedWithTheNearest() {
        bench.semaphore.connectAgents("s1-linux", 3, 2);

        assertThatThrownBy(() -> bench.types("agents delete s1-linxu"))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.suggestions().get(0).command())
                                .isEqualTo(new DeleteAgentType("s1-linux")));
    }

    @Test
    void typesAreListed() {
        assertThat(bench.types("agents").deliveries().toString()).contains("no types of self-hosted agents yet");
        bench.semaphore.connectAgents("s1-linux", 1, 0);

        assertThat(bench.types("agents").deliveries().toString())
                .contains("There is one type of self-hosted agents, with 1 agent connected.");
    }

    private Carried carry(String line) {
        var pinned = Objects.requireNonNull(bench.types(line).act());
        return bench.carrierOf(pinned).carry(pinned, bench.act());
    }

    private Sighting lookFor(Command pinned) {
        return bench.carrierOf(pinned).lookFor(pinned, bench.act());
    }
}
